package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.OpenFiles;
import org.wirechief.net.linux.PollSet;
import org.wirechief.net.linux.Wakeup;

/// Waiting fails here because the set has more descriptors than this process may have, as after
/// somebody has lowered the limit of a running server.
final class FifoWaitTest {
    @Test
    void whatCannotBeWaitedForIsCountedToldOnceAndPausedFor() throws IOException {
        int limit = OpenFiles.limit();
        var errors = new LongAdder();
        List<String> told = new ArrayList<>();
        try (var libc = new Libc()) {
            var wakeup = Wakeup.open(libc);
            wakeup.wake();
            var set = new PollSet(libc, limit + 1);
            var wait = new FifoWait(set, new Backoff(errors, e -> told.add(e.getMessage()), new CountDownLatch(1)));
            fill(set, wakeup, limit + 1);

            long before = System.nanoTime();
            wait.await(0);
            wait.await(0);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(errors.sum()).isEqualTo(2);
            assertThat(set.isReady(0)).as("ready although waiting failed").isFalse();
            assertThat(told).containsExactly("poll: invalid argument (EINVAL)");

            fill(set, wakeup, 1);
            wait.await(0);
            assertThat(set.isReady(0)).isTrue();
            assertThat(errors.sum()).isEqualTo(2);

            fill(set, wakeup, limit + 1);
            wait.await(0);
            assertThat(told).as("it worked in between").hasSize(2);
            wakeup.close(libc);
        }
    }

    private static void fill(PollSet set, Wakeup wakeup, int count) {
        set.clear();
        for (int i = 0; i < count; i++) {
            set.add(wakeup);
        }
    }
}
