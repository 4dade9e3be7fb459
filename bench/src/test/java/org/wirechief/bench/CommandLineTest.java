package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void rows() {
        assertThat(Row.parseAll(" unixs 16x64;udp  1x1 core.echo a b ; "))
                .extracting(Row::toString)
                .containsExactly("unixs 16x64 core.echo hello", "udp 1x1 core.echo a b");
    }

    @Test
    void usualRows() {
        assertThat(Row.parseAll(Row.USUAL)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ; ", "unixs", "pigeon 1x1", "tcp 1", "tcp 0x1", "tcp 1x1025", "tcp ax1", "tcp 1x1x1"})
    void wrongRows(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Row.parseAll(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp:127.0.0.1:2049", "udp:127.1.2.3:1", "tcp:[::1]:2049", "tcp:localhost:9"})
    void addressesOfThisMachine(String text) {
        assertThat(Target.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp:192.0.2.1:2049", "udp:example.org:2049", "tcp:[2001:db8::1]:2049", "tcp:0.0.0.0:9"})
    void addressesElsewhereAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(text));
    }

    @Test
    void addressesOfOtherDoors() {
        assertThat(Target.parse("mi:udp:127.0.0.1:8080").carrier()).isEqualTo(Carrier.TEXT_UDP);
        assertThat(Target.parse("mi:json:/run/mi").carrier()).isEqualTo(Carrier.JSON_UNIXD);
        assertThat(Target.parse("fifo:/run/fifo").carrier()).isEqualTo(Carrier.FIFO);
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse("mi:udp:192.0.2.1:8080"));
    }

    @Test
    void plans() {
        Options options = new Options(Plan.OPTIONS, "--rows", "tcp 1x1;udp 8x8; tcp 1x64", "--rounds", "3");

        Plan plan = Plan.of(options, Row.USUAL, 0.5);

        assertThat(plan.carriers()).containsExactly(Carrier.TCP, Carrier.UDP);
        assertThat(plan).hasToString("3 interleaved rounds of 0.5 s");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Plan.of(new Options(Plan.OPTIONS, "tcp", "1x1"), Row.USUAL, 1))
                .withMessage("only options are taken, not [tcp, 1x1]");
    }

    @Test
    void othersSpeakOverCtlAlone() throws IOException {
        Set<Carrier> mi = Set.of(Carrier.TEXT_UDP);
        Path nowhere = Path.of("nowhere");
        try (Servers servers = Servers.open()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> servers.kamailio(nowhere, mi))
                    .withMessage("Kamailio does not speak over text-udp");
            assertThatIllegalArgumentException().isThrownBy(() -> servers.bare(nowhere, mi, 0));
        }
    }

    @Test
    void options() {
        Options options = new Options(List.of("seconds", "count"), "--seconds", "0.5", "word", "--count", "7");

        assertThat(options.seconds("seconds", 3)).isEqualTo(Duration.ofMillis(500));
        assertThat(options.number("count", 0)).isEqualTo(7);
        assertThat(options.words()).containsExactly("word");
    }

    @Test
    void wrongOptions() {
        List<String> known = List.of("seconds");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(known, "--second", "1"))
                .withMessage("there is no option --second; there are --seconds");
        assertThatIllegalArgumentException().isThrownBy(() -> new Options(known, "--seconds"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Options(known, "--seconds", "x").seconds("seconds", 1));
    }

    @Test
    void runsAreBoundedInTime() {
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException().isThrownBy(() -> Timing.of(second, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Timing.of(second, Duration.ofMinutes(11)));
    }
}
