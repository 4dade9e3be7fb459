package org.wirechief.endpoint.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaneCounterTest {
    @Test
    void nothingIsLostOfWhatManyThreadsCount() throws Exception {
        LaneCounter counter = new LaneCounter();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            LaneCounter.Lane lane = counter.lane();
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 100_000; i++) {
                    lane.increment();
                    counter.increment();
                }
            }));
        }
        long before = 0;
        while (threads.stream().anyMatch(Thread::isAlive)) {
            long now = counter.getAsLong();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(counter.getAsLong()).isEqualTo(800_000);
    }
}
