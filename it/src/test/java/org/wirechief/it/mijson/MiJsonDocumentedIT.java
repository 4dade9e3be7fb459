package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that the JSON vectors are judged by say the same as docs/interpretation.md, and no
/// row of them is idle.
class MiJsonDocumentedIT {
    private static final String[] ENGINE = {"mi_datagram_udp4", "mi_datagram_udp6", "mi_datagram_unix"};
    private static final String[] COMMANDS = {
        "builtins_udp4",
        "builtins_udp4_extra",
        "builtins_udp4_pretty",
        "builtins_udp4_state",
        "builtins_fifo",
        "builtins_fifo_pretty"
    };

    private static Set<String> subjects(String... files) {
        return vectors(files).map(MiJsonVectors::subject).collect(Collectors.toSet());
    }

    private static Stream<GoldenVector> vectors(String... files) {
        return Stream.of(files).flatMap(file -> MiJsonVectors.of(file).stream());
    }

    @Test
    void overDatagrams() throws IOException {
        Set<String> all = new TreeSet<>(subjects(ENGINE));
        all.addAll(subjects(COMMANDS));

        Interpretation.says("## JSON vectors that come out otherwise", MiJsonDeviations.vectors(), all);
        Interpretation.says("## JSON vectors that are compared by form", MiJsonDeviations.byForm(), subjects(COMMANDS));
        Interpretation.says("## JSON vectors that are not asked", MiJsonDeviations.NOT_ASKED, subjects(ENGINE));
        assertThat(vectors("mi_datagram_udp4", "mi_datagram_unix")
                        .filter(vector -> vector.flag("cut"))
                        .map(MiJsonVectors::subject))
                .isSubsetOf(MiJsonDeviations.NOT_ASKED);
    }

    @Test
    void commandsNotServed() throws IOException {
        Set<String> asked = Stream.of(
                        vectors(COMMANDS).map(MiJsonVectors::method),
                        vectors("v40").map(MiJsonVectors::method),
                        CliExchange.ofAll().stream().map(CliExchange::method))
                .flatMap(methods -> methods)
                .collect(Collectors.toSet());

        Interpretation.says("## Commands of OpenSIPS that are not served", MiJsonDeviations.NOT_SERVED, asked);
    }

    @Test
    void framing() throws IOException {
        Set<String> all = subjects("mi_fifo");

        Interpretation.says("## FIFO vectors that come out otherwise", MiFifoDeviations.vectors(), all);
        Interpretation.says("## FIFO vectors that are not compared byte for byte", MiFifoDeviations.notCompared(), all);
    }

    @Test
    void namesOf40() throws IOException {
        Set<String> all = subjects("v40");

        Interpretation.says("## JSON vectors of 4.0 that come out otherwise", MiNamesDeviations.ANSWERS.keySet(), all);
        Interpretation.says("## JSON vectors of 4.0 that are compared by form", MiNamesDeviations.BY_FORM, all);
    }

    @Test
    void opensipsCli() throws IOException {
        Set<String> otherwise = CliExchange.ofAll().stream()
                .filter(CliExchange::isOtherwise)
                .map(CliExchange::vector)
                .collect(Collectors.toSet());

        // a vector has several exchanges
        Interpretation.says("## Exchanges of opensips-cli that come out otherwise", otherwise, otherwise);
    }
}
