package org.wirechief.net;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wirechief.net.linux.ReceiveBatch;

/// Lets one reader after the other wait for datagrams; whoever has taken some lets the next wait
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

    ReaderTurns(String name, DatagramSource source, NetCounters counters) {
        this.name = name;
        this.source = source;
        this.counters = counters;
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
            failing = false;
        } catch (IOException e) {
            failed(e);
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
