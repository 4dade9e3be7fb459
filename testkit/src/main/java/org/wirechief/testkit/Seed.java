package org.wirechief.testkit;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/// Where a test's random input begins: at what a system property says, else somewhere else each
/// time. As text it is the option that repeats the run.
public record Seed(String property, long value) {
    /// The seed of this run.
    ///
    /// @param report takes its name and value, a `TestReporter::publishEntry`
    public static Seed of(String property, BiConsumer<String, String> report) {
        long value = Long.getLong(property, System.nanoTime());
        report.accept(property, Long.toString(value));
        return new Seed(property, value);
    }

    public SplittableRandom random() {
        return new SplittableRandom(value);
    }

    @Override
    public String toString() {
        return "-D" + property + "=" + value;
    }
}
