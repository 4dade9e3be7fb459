package org.wirechief.client;

import java.util.Random;
import org.junit.jupiter.api.TestReporter;

/// Where the chance of a test comes from.
final class Seed {
    private Seed() {}

    /// A new one for each run, told in the report; `-Dclient.seed=...` repeats one.
    static Random random(TestReporter report) {
        long seed = Long.getLong("client.seed", System.nanoTime());
        report.publishEntry("client.seed", String.valueOf(seed));
        return new Random(seed);
    }
}
