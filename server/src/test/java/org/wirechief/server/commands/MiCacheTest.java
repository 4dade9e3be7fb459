package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wirechief.server.commands.FakeServer.struct;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

class MiCacheTest {
    private static final Value OK = Value.of("OK");

    private final FakeServer server = new FakeServer();

    private Fault refused(String command, Object... arguments) {
        return catchThrowableOfType(
                Fault.class, () -> server.mi(command, arguments).value());
    }

    @Test
    void whatIsStoredIsFetchedUntilItIsRemoved() {
        assertThat(server.mi("cache_store", "local", "k1", "v1").value()).isEqualTo(OK);

        assertThat(server.mi("cache_fetch", "local", "k1").value()).isEqualTo(struct("key", "k1", "value", "v1"));
        assertThat(server.mi("cache_remove", "local", "k1").value()).isEqualTo(OK);
        assertThat(server.mi("cache_remove", "local", "k1").value()).isEqualTo(OK);
        assertThat(refused("cache_fetch", "local", "k1").code()).isEqualTo(400);
    }

    @Test
    void anyBytesComeBackAsTheyWere() {
        Octets odd = Octets.copyOf(new byte[] {(byte) 0xFF, 0, 10, (byte) 0x80});
        server.mi("cache_store", "local", odd, odd);

        assertThat(server.mi("cache_fetch", "local", odd).value()).isEqualTo(struct("key", odd, "value", odd));
    }

    @Test
    void aValueLivesForItsSeconds() {
        server.mi("cache_store", "local", "k", "v", "600");
        server.mi("cache_store", "local", "ever", "v", "0");
        server.clock.advance(Duration.ofSeconds(599));
        assertThat(server.mi("cache_fetch", "local", "k").isFault()).isFalse();

        server.clock.advance(Duration.ofSeconds(1));

        assertThat(refused("cache_fetch", "local", "k")).hasMessage("Value not found");
        assertThat(server.mi("cache_fetch", "local", "ever").isFault()).isFalse();
    }

    @Test
    void settingTheClockMakesNoValueOlder() {
        server.mi("cache_store", "local", "k", "v", "600");
        server.setClock(Duration.ofDays(1));

        assertThat(server.mi("cache_fetch", "local", "k").isFault()).isFalse();

        server.setClock(Duration.ofDays(-2));
        server.clock.advance(Duration.ofMinutes(10));

        assertThat(refused("cache_fetch", "local", "k")).hasMessage("Value not found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            local |    |    |      || Too few arguments               |
            local | k  |    |      || Too few arguments               |
            ''    | k  | v  |      || Empty memory cache id           | Empty memory cache id
            local | '' | v  |      || Empty attribute name            | Empty attribute name
            local | k  | '' |      || Empty value argument            | Empty value
            local | k  | v  | abc  || Bad format for expires argument | Bad type for parameter 'expire'
            local | k  | v  | 1.5  || Bad format for expires argument | Bad type for parameter 'expire'
            local | k  | v  | -    || Bad format for expires argument | Bad type for parameter 'expire'
            local | k  | v  | -1   || Bad format for expires argument | Negative expire value
            local | k  | v  | ''   || Empty expires argument          | Bad type for parameter 'expire'
            local | k  | v  | 1    | 2 | Too many parameters |
            """)
    void whatCannotBeStored(
            String system, String key, String value, String expire, String more, String text, String data) {
        Object[] given = java.util.stream.Stream.of(system, key, value, expire, more)
                .filter(java.util.Objects::nonNull)
                .toArray();

        Fault fault = refused("cache_store", given);

        assertThat(fault.code()).isEqualTo(404);
        assertThat(fault.reason()).isEqualTo(text);
        assertThat(fault.data()).isEqualTo(data == null ? "" : data);
    }

    @Test
    void thereIsOneSystem() {
        assertThat(refused("cache_store", "redis", "k", "v")).hasMessage("Cache store command failed");
        assertThat(refused("cache_fetch", "redis", "k")).hasMessage("Cache fetch command failed");
        assertThat(refused("cache_remove", "redis", "k").code()).isEqualTo(500);
    }

    @Test
    void argumentsAreCountedInTheWordsOfEach() {
        assertThat(refused("cache_fetch", "local")).hasMessage("Too few arguments");
        assertThat(refused("cache_fetch", "local", "k", "x")).hasMessage("Too many arguments");
        assertThat(refused("cache_remove", "local", "k", "x")).hasMessage("Too many parameters");
        assertThat(refused("cache_remove", "", "k").data()).isEqualTo("Empty memory cache id");
    }

    @Test
    void aFullCacheSaysSoAndKeepsWhatItHas() {
        for (int i = 0; i < 10; i++) {
            server.mi("cache_store", "local", "k" + i, "v");
        }

        Fault fault = refused("cache_store", "local", "one more", "v");

        assertThat(fault.code()).isEqualTo(500);
        assertThat(fault.reason())
                .startsWith("Cache store command failed: the cache is full, it may hold 10 entries and 1000 bytes")
                .contains("server.cache_entries");
        assertThat(server.mi("cache_fetch", "local", "k0").isFault()).isFalse();
    }
}
