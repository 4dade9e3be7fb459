package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;

/// The tables that vectors of the line protocol are judged by say the same as
/// docs/interpretation.md, and no row of them is idle.
class FifoDocumentedIT {
    private static final String HEADING = "## Golden vectors of the line protocol that come out otherwise";

    @Test
    void asMeant() throws IOException {
        assertThat(Interpretation.codes(Interpretation.section(HEADING).split("With `fifo_compat`:")[0]))
                .containsExactlyInAnyOrderElementsOf(FifoDeviations.INTENDED.keySet());
    }

    @Test
    void asKamailio() throws IOException {
        assertThat(Interpretation.codes(Interpretation.section(HEADING).split("With `fifo_compat`:")[1]))
                .containsExactlyInAnyOrderElementsOf(FifoDeviations.COMPAT.keySet());
    }

    @Test
    void everyDeviationHasVectors() {
        Set<String> played = Stream.of("unixs", "unixd", "tcp", "udp", "fifo")
                .flatMap(carrier -> FifoVectors.over(carrier).stream())
                .map(FifoVectors::key)
                .collect(Collectors.toSet());

        assertThat(played).containsAll(FifoDeviations.INTENDED.keySet()).containsAll(FifoDeviations.COMPAT.keySet());
    }
}
