package org.wirechief.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.wirechief.net.linux.ReceiveBatch;

/// Lets one reader after the other wait for datagrams; whoever has taken some lets the next wait
/// while it works.
final class ReaderTurns {
    private static final System.Logger LOG = System.getLogger(ReaderTurns.class.getPackageName());

    private final DatagramSource source;
    private final NetCounters counters;
    private final ReentrantLock turn = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Backoff backoff;

    ReaderTurns(String name, DatagramSource source, NetCounters counters) {
        this.source = source;
        this.counters = counters;
        this.backoff = new Backoff(
                counters.datagrams.receiveErrors,
                e -> LOG.log(System.Logger.Level.WARNING, "receiving failed on {0}: {1}", name, e.getMessage()),
                ended);
    }

    /// What a reader receives into, its own. Before any starts.
    ReceiveBatch batch() {
        return source.batch();
    }

    DatagramCounters counters() {
        return counters.datagrams;
    }

    /// Has readers started. None takes anything before all have: it would be handled for a socket
    /// that is not opened after all.
    ///
    /// @param starting what it throws comes back, and nobody takes anything then
    void start(Runnable starting) {
        turn.lock();
        try {
            starting.run();
        } catch (Throwable t) {
            end();
            throw t;
        } finally {
            turn.unlock();
        }
    }

    boolean isOver() {
        return ended.getCount() == 0;
    }

    /// Nobody takes anything any more; who waits stops waiting.
    void end() {
        ended.countDown();
        source.wake();
    }

    /// Waits for the turn and for datagrams.
    ///
    /// @return how many there are; 0 for nothing this time
    int receive(ReceiveBatch batch) {
        int received;
        turn.lock();
        try {
            if (isOver()) {
                return 0;
            }
            received = source.receive(batch);
            backoff.worked();
        } catch (IOException e) {
            backoff.failed(e);
            return 0;
        } finally {
            turn.unlock();
        }
        long bytes = 0;
        for (int i = 0; i < received; i++) {
            bytes += batch.length(i);
        }
        counters.datagrams.received.add(received);
        counters.bytesIn.add(bytes);
        return received;
    }
}
