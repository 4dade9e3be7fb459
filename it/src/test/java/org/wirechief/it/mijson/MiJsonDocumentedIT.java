package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that the JSON vectors are judged by say the same as docs/interpretation.md, and no
/// row of them is idle.
class MiJsonDocumentedIT {
    private static Set<String> subjects(String... files) {
        return vectors(files).map(MiJsonVectors::subject).collect(Collectors.toSet());
    }

    private static Stream<GoldenVector> vectors(String... files) {
        return Stream.of(files).flatMap(file -> MiJsonVectors.of(file).stream());
    }

    @Test
    void deviations() throws IOException {
        assertThat(Interpretation.firstColumn("## JSON vectors that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(MiJsonDeviations.vectors());
    }

    @Test
    void comparedByForm() throws IOException {
        assertThat(Interpretation.firstColumn("## JSON vectors that are compared by form"))
                .containsExactlyInAnyOrderElementsOf(MiJsonDeviations.byForm());
    }

    @Test
    void commandsNotServed() throws IOException {
        assertThat(Interpretation.firstColumn("## Commands of OpenSIPS that are not served"))
                .containsExactlyInAnyOrderElementsOf(MiJsonDeviations.NOT_SERVED);
    }

    @Test
    void notAsked() throws IOException {
        assertThat(Interpretation.firstColumn("## JSON vectors that are not asked"))
                .containsExactlyInAnyOrderElementsOf(MiJsonDeviations.NOT_ASKED);
        assertThat(vectors("mi_datagram_udp4", "mi_datagram_unix")
                        .filter(vector -> vector.flag("cut"))
                        .map(MiJsonVectors::subject))
                .isSubsetOf(MiJsonDeviations.NOT_ASKED);
    }

    @Test
    void noRowIsIdle() {
        String[] commands = {
            "builtins_udp4",
            "builtins_udp4_extra",
            "builtins_udp4_pretty",
            "builtins_udp4_state",
            "builtins_fifo",
            "builtins_fifo_pretty"
        };

        assertThat(subjects("mi_datagram_udp4", "mi_datagram_udp6", "mi_datagram_unix"))
                .containsAll(MiJsonDeviations.OF_ENGINE.keySet())
                .containsAll(MiJsonDeviations.NOT_ASKED);
        assertThat(subjects(commands))
                .containsAll(MiJsonDeviations.OF_COMMANDS.keySet())
                .containsAll(MiJsonDeviations.byForm());
        Stream<String> asked = Stream.of(
                        vectors(commands).map(MiJsonVectors::method),
                        vectors("v40").map(MiJsonVectors::method),
                        CliExchange.ofAll().stream().map(CliExchange::method))
                .flatMap(methods -> methods);
        assertThat(asked.toList()).containsAll(MiJsonDeviations.NOT_SERVED);
    }

    @Test
    void framing() throws IOException {
        assertThat(Interpretation.firstColumn("## FIFO vectors that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(MiFifoDeviations.vectors());
        assertThat(Interpretation.firstColumn("## FIFO vectors that are not compared byte for byte"))
                .containsExactlyInAnyOrderElementsOf(MiFifoDeviations.notCompared());
        assertThat(subjects("mi_fifo"))
                .containsAll(MiFifoDeviations.vectors())
                .containsAll(MiFifoDeviations.notCompared());
    }

    @Test
    void namesOf40() throws IOException {
        assertThat(Interpretation.firstColumn("## JSON vectors of 4.0 that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(MiNamesDeviations.ANSWERS.keySet());
        assertThat(Interpretation.firstColumn("## JSON vectors of 4.0 that are compared by form"))
                .containsExactlyInAnyOrderElementsOf(MiNamesDeviations.BY_FORM);
        assertThat(subjects("v40"))
                .containsAll(MiNamesDeviations.ANSWERS.keySet())
                .containsAll(MiNamesDeviations.BY_FORM);
    }

    @Test
    void opensipsCli() throws IOException {
        Set<String> otherwise = CliExchange.ofAll().stream()
                .filter(CliExchange::isOtherwise)
                .map(CliExchange::vector)
                .collect(Collectors.toSet());

        assertThat(Interpretation.firstColumn("## Exchanges of opensips-cli that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(otherwise);
    }
}
