package org.wirechief.it.vectors;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.wirechief.testkit.GoldenVector;

/// Vectors by what their answer is compared with; each belongs to one kind.
record Judged(List<GoldenVector> vectors) {
    /// The captured bytes.
    Stream<Arguments> byBytes() {
        return where(vector -> !deviates(vector) && !Vectors.isShapeOnly(vector));
    }

    /// The shape of the captured answer.
    Stream<Arguments> byShape() {
        return where(vector -> !deviates(vector) && Vectors.isShapeOnly(vector));
    }

    /// The bytes that [Deviations] has.
    Stream<Arguments> byDeviation() {
        return where(Judged::deviates);
    }

    private static boolean deviates(GoldenVector vector) {
        return Deviations.BY_VECTOR.containsKey(vector.name());
    }

    private Stream<Arguments> where(Predicate<GoldenVector> kind) {
        return vectors.stream().filter(kind).map(vector -> Arguments.argumentSet(vector.name(), vector));
    }
}
