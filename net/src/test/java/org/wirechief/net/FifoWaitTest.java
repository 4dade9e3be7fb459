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
    private final LongAdder errors = new LongAdder();
    private final List<String> told = new ArrayList<>();
    private final Lookout lookout = new Lookout(2);

    private FifoWait waiting(PollSet set) {
        var backoff = new Backoff(errors, e -> told.add(e.getMessage()), new CountDownLatch(1));
        return new FifoWait(set, backoff, lookout);
    }

    @Test
    void whatCannotBeWaitedForIsCountedToldOnceAndPausedFor() throws IOException {
        int limit = OpenFiles.limit();
        try (var libc = new Libc()) {
            var wakeup = Wakeup.open(libc);
            wakeup.wake();
            var set = new PollSet(libc, limit + 1);
            var wait = waiting(set);
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

    private interface Use {
        void of(FifoWait wait, PollSet set, Wakeup wakeup) throws IOException;
    }

    /// Waits for one wake-up, after somebody was served who will soon send more.
    private void whereMoreIsExpected(Use use) throws IOException {
        try (var libc = new Libc()) {
            var wakeup = Wakeup.open(libc);
            var set = new PollSet(libc, 1);
            lookout.served(Lookout.MANY);
            fill(set, wakeup, 1);
            use.of(waiting(set), set, wakeup);
            wakeup.close(libc);
        }
    }

    @Test
    void whatIsFoundByLookingIsReady() throws IOException {
        whereMoreIsExpected((wait, set, wakeup) -> {
            wakeup.wake();

            wait.await(60_000);

            assertThat(set.isReady(0)).isTrue();
            lookout.served(Lookout.MANY);
            assertThat(lookout.isWorthIt()).as("it paid").isTrue();
        });
    }

    @Test
    void afterALookInVainItWaits() throws IOException {
        whereMoreIsExpected((wait, set, _) -> {
            long before = System.nanoTime();

            wait.await(20);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
            assertThat(set.isReady(0)).isFalse();
            lookout.served(Lookout.MANY);
            assertThat(lookout.isWorthIt()).as("it did not pay").isFalse();
        });
    }

    @Test
    void whoWillNotWaitDoesNotLookEither() throws IOException {
        whereMoreIsExpected((wait, _, _) -> {
            wait.await(0);

            assertThat(lookout.isWorthIt()).as("nobody has looked").isTrue();
        });
    }

    private static void fill(PollSet set, Wakeup wakeup, int count) {
        set.clear();
        for (int i = 0; i < count; i++) {
            set.add(wakeup);
        }
    }
}
