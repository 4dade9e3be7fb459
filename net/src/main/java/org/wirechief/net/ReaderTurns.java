package org.wirechief.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

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
    /// @return false for nothing this time; when it is over, for nothing any more
    boolean take(TakenDatagram into) {
        turn.lock();
        try {
            if (isOver() && !more) {
                return false;
            }
            boolean taken = source.take(into);
            more = taken && into.hasMore();
            failing = false;
            if (taken) {
                counters.datagrams.received.increment();
                counters.bytesIn.add(into.length());
            }
            return taken;
        } catch (IOException e) {
            failed(e);
            return false;
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
