package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The thread that tries parked answers again.
final class ReplyDeskTest {
    private final DatagramCounters counters = new NetCounters().datagrams;
    private final IllegalStateException bug = new IllegalStateException("thrown by a test");
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    private ReplyDesk desk(ReplySender sender) {
        var limits = DatagramLimits.DEFAULT;
        var parked = new ParkedReplies(limits, new ReplyBudget(limits), counters);
        return new ReplyDesk("desk test", Transport.UDP, sender, parked, limits, counters, failed::complete);
    }

    @Test
    void itsFailureIsTold() throws Exception {
        desk(new Retrying(() -> {
                    throw bug;
                }))
                .start();

        assertThat(failed.get(60, TimeUnit.SECONDS)).isSameAs(bug);
    }

    @Test
    void beingClosedIsNoFailure() throws Exception {
        var tried = new CompletableFuture<Thread>();
        ReplyDesk desk = desk(new Retrying(() -> tried.complete(Thread.currentThread())));
        desk.start();
        Thread thread = tried.get(60, TimeUnit.SECONDS);

        desk.close();

        assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
        assertThat(failed).isNotDone();
    }

    /// Sends nothing.
    private record Retrying(Runnable retry) implements ReplySender {
        @Override
        public void add(DatagramPeer peer, byte[] bytes, int from, int to) {}

        @Override
        public void flush() {}

        @Override
        public void retry(long now) {
            retry.run();
        }
    }
}
