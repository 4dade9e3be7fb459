package org.wirechief.it.mi;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Interpretation;
import org.wirechief.testkit.GoldenVector;

/// The tables that MI vectors are judged by say the same as docs/interpretation.md, and no row of
/// them is idle.
class MiDocumentedIT {
    @Test
    void tables() throws IOException {
        Set<String> otherwise = new TreeSet<>(MiExpected.INSTEAD.keySet());
        otherwise.addAll(MiExpected.INSTEAD_OF_EARLY.keySet());
        Set<String> names = vectors().map(GoldenVector::name).collect(Collectors.toSet());
        Set<String> commands = vectors()
                .filter(vector -> vector.hasBytes("request"))
                .map(MiExpected::command)
                .collect(Collectors.toSet());

        Interpretation.says("## MI vectors that come out otherwise", otherwise, names);
        Interpretation.says("## MI vectors that are compared by form", MiExpected.BY_FORM, names);
        Interpretation.says("## MI vectors that are not asked", MiExpected.NOT_ASKED, names);
        Interpretation.says("## Commands of OpenSIPS 2.4 that are not served", MiExpected.NOT_SERVED, commands);
    }

    private static Stream<GoldenVector> vectors() {
        return MiSession.all().flatMap(session -> session.vectors().stream());
    }
}
