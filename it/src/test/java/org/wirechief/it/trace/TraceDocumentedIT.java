package org.wirechief.it.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that packets are judged by say the same as docs/interpretation.md, each row is about
/// a vector, and every vector is played or named.
class TraceDocumentedIT {
    private static final Set<String> NAMES =
            TraceSession.vectors().stream().map(GoldenVector::name).collect(Collectors.toSet());

    @Test
    void otherwise() throws IOException {
        Set<String> all = new TreeSet<>(TraceDeviations.OTHERWISE.keySet());

        assertThat(Interpretation.firstColumn("## HEP vectors that come out otherwise"))
                .isEqualTo(all);
        assertThat(all)
                .allSatisfy(subject ->
                        assertThat(NAMES).anySatisfy(name -> assertThat(name).startsWith(subject)));
    }

    @Test
    void ofAnotherAnswer() throws IOException {
        assertThat(Interpretation.firstColumn("## HEP vectors that tell of another answer"))
                .isEqualTo(new TreeSet<>(TraceDeviations.OTHER_ANSWER));
        assertThat(NAMES).containsAll(TraceDeviations.OTHER_ANSWER);
    }

    @Test
    void notAsked() throws IOException {
        assertThat(Interpretation.firstColumn("## HEP vectors that are not asked"))
                .isEqualTo(new TreeSet<>(TraceDeviations.NOT_ASKED));
    }

    @Test
    void everyVectorIsPlayedOrNamed() {
        Set<String> sessions = TraceSession.all().map(TraceSession::name).collect(Collectors.toSet());
        sessions.addAll(TraceDeviations.NOT_ASKED);

        assertThat(NAMES)
                .allSatisfy(name -> assertThat(sessions)
                        .anySatisfy(session ->
                                assertThat(name).matches(java.util.regex.Pattern.quote(session) + "[./].*")));
    }
}
