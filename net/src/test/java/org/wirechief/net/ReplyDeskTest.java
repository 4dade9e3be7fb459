package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

/// The thread that tries parked answers again.
final class ReplyDeskTest {
    private static final int EAGAIN = -11;
    private static final DatagramPeer PEER =
            DatagramPeer.udp(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9));

    private final DatagramCounters counters = new NetCounters().datagrams;
    private final IllegalStateException bug = new IllegalStateException("thrown by a test");
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    /// One with an answer that waits.
    ///
    /// @param retry what happens when it is tried again
    private ReplyDesk desk(IntSupplier retry) {
        var limits = DatagramLimits.DEFAULT;
        var parked = new ParkedReplies(limits, new ReplyBudget(limits), counters);
        parked.park(PEER, new byte[1], System.nanoTime());
        var sender = new ReplySender(
                Libc.shared(), (_, _, _) -> retry.getAsInt(), new PeerRoom.OfUdp(), parked, new NetCounters());
        return new ReplyDesk("desk test", Transport.UDP, sender, parked, limits, counters, failed::complete);
    }

    @Test
    void itsFailureIsTold() throws Exception {
        desk(() -> {
                    throw bug;
                })
                .start();

        assertThat(failed.get(60, TimeUnit.SECONDS)).isSameAs(bug);
    }

    @Test
    void beingClosedIsNoFailure() throws Exception {
        var tried = new CompletableFuture<Thread>();
        ReplyDesk desk = desk(() -> {
            tried.complete(Thread.currentThread());
            return EAGAIN;
        });
        desk.start();
        Thread thread = tried.get(60, TimeUnit.SECONDS);

        desk.close();

        assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
        assertThat(failed).isNotDone();
    }
}
