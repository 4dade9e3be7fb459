package org.wirechief.it.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that MI vectors are judged by say the same as docs/interpretation.md, and no row of
/// them is idle.
class MiDocumentedIT {
    @Test
    void deviations() throws IOException {
        Set<String> all = new TreeSet<>(MiExpected.INSTEAD.keySet());
        all.addAll(MiExpected.INSTEAD_OF_EARLY.keySet());

        assertThat(Interpretation.firstColumn("## MI vectors that come out otherwise"))
                .isEqualTo(all);
        assertThat(names()).containsAll(all);
    }

    @Test
    void comparedByForm() throws IOException {
        assertThat(Interpretation.firstColumn("## MI vectors that are compared by form"))
                .isEqualTo(MiExpected.BY_FORM);
        assertThat(names()).containsAll(MiExpected.BY_FORM);
    }

    @Test
    void notAsked() throws IOException {
        assertThat(Interpretation.firstColumn("## MI vectors that are not asked"))
                .isEqualTo(MiExpected.NOT_ASKED);
        assertThat(names()).containsAll(MiExpected.NOT_ASKED);
    }

    @Test
    void commandsNotServed() throws IOException {
        assertThat(Interpretation.firstColumn("## Commands of OpenSIPS 2.4 that are not served"))
                .isEqualTo(MiExpected.NOT_SERVED);
        assertThat(MiSession.all()
                        .flatMap(session -> session.vectors().stream())
                        .filter(vector -> vector.hasBytes("request"))
                        .map(MiExpected::command))
                .containsAll(MiExpected.NOT_SERVED);
    }

    private static Set<String> names() {
        return MiSession.all()
                .flatMap(session -> session.vectors().stream())
                .map(GoldenVector::name)
                .collect(Collectors.toSet());
    }
}
