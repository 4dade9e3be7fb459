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
    void noRowIsIdle() {
        String[] commands = {"builtins_udp4", "builtins_udp4_pretty"};

        assertThat(subjects("mi_datagram_udp4", "mi_datagram_udp6")).containsAll(MiJsonDeviations.OF_ENGINE.keySet());
        assertThat(subjects(commands))
                .containsAll(MiJsonDeviations.OF_COMMANDS.keySet())
                .containsAll(MiJsonDeviations.byForm());
        assertThat(vectors(commands).map(MiJsonVectors::method).toList()).containsAll(MiJsonDeviations.NOT_SERVED);
    }
}
