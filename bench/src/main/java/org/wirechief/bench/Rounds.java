package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Some loads one after the other, again and again: what disturbs the machine for a while disturbs
/// all of them.
///
/// @param count how many, 1 to 100
/// @param progress gets a line for each measurement
record Rounds(int count, Timing timing, Consumer<String> progress) {
    Rounds {
        if (count < 1 || count > 100) {
            throw new IllegalArgumentException(count + " rounds; allowed are 1 to 100");
        }
    }

    /// A load of each that counts for nothing, so that the rounds meet servers and a generator that
    /// have compiled what they run.
    void settle(List<Contestant> contestants, Duration time) throws IOException {
        for (Contestant contestant : contestants) {
            contestant.run(Timing.of(time, Duration.ofMillis(1)));
        }
    }

    /// The measurements of each, in the order of the rounds. Every second round goes backwards, so
    /// that a machine that becomes slower, or a server that becomes faster, favours none.
    List<List<Measurement>> of(List<Contestant> contestants) throws IOException {
        List<List<Measurement>> found = new ArrayList<>();
        contestants.forEach(_ -> found.add(new ArrayList<>()));
        for (int round = 0; round < count; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                int turn = round % 2 == 0 ? i : contestants.size() - 1 - i;
                found.get(turn).add(measure(contestants.get(turn)));
            }
        }
        return found;
    }

    private Measurement measure(Contestant contestant) throws IOException {
        Measurement found = contestant.run(timing);
        String defect = found.defects().first();
        progress.accept("%s: %.0f/s, busy %.2f, generator %.2f%s"
                .formatted(
                        contestant.name(),
                        found.perSecond(),
                        found.serverBusy(),
                        found.generatorBusy(),
                        defect == null ? "" : "; first defect: " + defect));
        return found;
    }
}
