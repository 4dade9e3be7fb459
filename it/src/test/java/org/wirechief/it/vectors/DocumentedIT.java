package org.wirechief.it.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that vectors are judged by say the same as docs/interpretation.md, and no row of them
/// is idle.
class DocumentedIT {
    @Test
    void deviations() throws IOException {
        assertThat(Interpretation.firstColumn("## Golden vectors that come out otherwise"))
                .containsExactlyInAnyOrderElementsOf(Deviations.BY_VECTOR.keySet());
    }

    @Test
    void deviationsAreOfVectorsThatArePlayed() {
        assertThat(Vectors.played()).extracting(GoldenVector::name).containsAll(Deviations.BY_VECTOR.keySet());
    }

    @Test
    void commandsNotServed() throws IOException {
        assertThat(Interpretation.firstColumn("## Commands of Kamailio that are not served"))
                .containsExactlyInAnyOrderElementsOf(NotServed.COMMANDS);
    }

    @Test
    void comparedByShape() throws IOException {
        assertThat(Interpretation.firstColumn("## Golden vectors that are compared by shape"))
                .containsExactlyInAnyOrderElementsOf(ShapeOnly.COMMANDS.keySet());
    }

    @Test
    void everyShapeOnlyCommandHasVectors() {
        Set<String> compared = Vectors.played().stream()
                .filter(Vectors::isShapeOnly)
                .map(vector -> vector.text("method"))
                .collect(Collectors.toSet());

        assertThat(compared).isEqualTo(ShapeOnly.COMMANDS.keySet());
    }

    /// What differed from one capture to the next cannot be compared byte for byte.
    @Test
    void volatileVectorsAreComparedByShape() {
        assertThat(Vectors.played().stream().filter(vector -> vector.flag("volatile")))
                .isNotEmpty()
                .allMatch(Vectors::isShapeOnly);
    }
}
