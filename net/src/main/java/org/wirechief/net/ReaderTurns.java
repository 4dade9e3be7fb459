package org.wirechief.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets one reader after the other wait for a datagram; whoever has taken one lets the next wait
/// while it works.
final class ReaderTurns {
    private static final long PAUSE_MILLIS = 100;
    private static final System.Logger LOG = System.getLogger(ReaderTurns.class.getPackageName());

    private final String name;
    private final DatagramSource source;
    private final NetCounters counters;
    private final ReentrantLock turn = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean failing;
    private boolean more;

    ReaderTurns(String name, DatagramSource source, NetCounters counters) {
        this.name = name;
        this.source = source;
        this.counters = counters;
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /// Nobody takes anything any more but what was received already; who waits stops waiting.
    void end() {
        ended.countDown();
        source.wake();
    }

    /// Waits for the turn and for a datagram.
    ///
    /// @return null for nothing this time; when it is over, for nothing any more
    DatagramSource.@Nullable Taken take(byte[] into) {
        turn.lock();
        try {
            if (isOver() && !more) {
                return null;
            }
            DatagramSource.Taken taken = source.take(into);
            more = taken != null && taken.more();
            failing = false;
            if (taken != null) {
                counters.datagrams.received.increment();
                counters.bytesIn.add(taken.length());
            }
            return taken;
        } catch (IOException e) {
            failed(e);
            return null;
        } finally {
            turn.unlock();
        }
    }

    private void failed(IOException e) {
        counters.datagrams.receiveErrors.increment();
        if (!failing) {
            failing = true;
            LOG.log(System.Logger.Level.WARNING, "receiving failed on {0}: {1}", name, e.getMessage());
        }
        try {
            var _ = ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            // nobody interrupts a reader but its own handler, and that is over
        }
    }
}
