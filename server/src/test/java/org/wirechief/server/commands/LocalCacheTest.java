package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Statistic;

class LocalCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-21T01:43:05Z");
    private static final Duration EVER = Duration.ZERO;

    private final LocalCache cache = new LocalCache(3, 20);

    private boolean store(String key, String value, Duration lifetime, Instant now) {
        return cache.store(Octets.of(key), Octets.of(value), lifetime, now);
    }

    private Map<String, Long> figures() {
        return cache.statistics().stream()
                .collect(Collectors.toMap(Statistic::name, s -> s.value().getAsLong()));
    }

    @Test
    void whatHasNoRoomIsRefusedAndChangesNothing() {
        assertThat(store("a", "1", EVER, NOW)).isTrue();
        assertThat(store("b", "2", EVER, NOW)).isTrue();
        assertThat(store("c", "3", EVER, NOW)).isTrue();

        assertThat(store("d", "4", EVER, NOW)).isFalse();
        assertThat(store("a", "x".repeat(16), EVER, NOW)).isFalse();

        assertThat(cache.fetch(Octets.of("a"), NOW)).contains(Octets.of("1"));
        assertThat(figures())
                .containsEntry("refused", 2L)
                .containsEntry("entries", 3L)
                .containsEntry("bytes", 6L);
    }

    @Test
    void aValueMayTakeThePlaceOfTheOneOfItsKey() {
        store("a", "x".repeat(19), EVER, NOW);

        assertThat(store("a", "y".repeat(19), EVER, NOW)).isTrue();
        assertThat(figures()).containsEntry("bytes", 20L).containsEntry("stored", 2L);
    }

    @Test
    void whatHasExpiredMakesRoom() {
        store("a", "1", Duration.ofSeconds(10), NOW);
        store("b", "2", Duration.ofSeconds(20), NOW);
        store("c", "3", EVER, NOW);

        assertThat(store("d", "4", EVER, NOW.plusSeconds(9))).isFalse();
        assertThat(store("d", "4", EVER, NOW.plusSeconds(10))).isTrue();
        assertThat(store("e", "5", EVER, NOW.plusSeconds(19))).isFalse();
        assertThat(store("e", "5", EVER, NOW.plusSeconds(20))).isTrue();
        assertThat(figures()).containsEntry("expired", 2L).containsEntry("entries", 3L);
    }

    @Test
    void hitsAndMissesAreCounted() {
        store("a", "1", Duration.ofSeconds(10), NOW);

        cache.fetch(Octets.of("a"), NOW);
        cache.fetch(Octets.of("a"), NOW.plusSeconds(10));
        cache.fetch(Octets.of("b"), NOW);

        assertThat(figures())
                .containsEntry("hits", 1L)
                .containsEntry("misses", 2L)
                .containsEntry("expired", 1L)
                .containsEntry("bytes", 0L);
    }
}
