package org.wirechief.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What leaves one connection: its queue, whether it is so long that the connection is parked, and
/// what shall happen when it is empty. Loop thread only, except [#queued()].
final class SendSide {
    private final SocketChannel channel;
    private final EventLoop loop;
    private final int max;
    private final NetCounters counters;
    private final OutputQueue queue = new OutputQueue();
    private @Nullable ArrayDeque<Runnable> afterSend;
    private boolean parked;
    private volatile int queued;

    SendSide(SocketChannel channel, EventLoop loop, int max, NetCounters counters) {
        this.channel = channel;
        this.loop = loop;
        this.max = max;
        this.counters = counters;
    }

    /// Bytes the socket has not taken yet. Any thread.
    int queued() {
        return queued;
    }

    boolean isEmpty() {
        return queue.size() == 0;
    }

    /// Whether the queue has reached its bound and has not drained below half of it since.
    boolean isParked() {
        return parked;
    }

    /// Sends after everything sent before.
    ///
    /// @return the number of bytes the socket took, -1 if it failed
    int send(byte[] bytes, int from, int to) {
        try {
            int taken = queue.send(channel, loop.transfer(), bytes, from, to);
            if (!parked && queue.size() >= max) {
                parked = true;
                counters.parked.increment();
            }
            return moved(taken);
        } catch (IOException e) {
            counters.writeErrors.increment();
            return -1;
        }
    }

    /// Sends from the queue.
    ///
    /// @return the number of bytes the socket took, -1 if it failed
    int flush() {
        try {
            int taken = queue.flush(channel, loop.transfer());
            if (parked && queue.size() < (max + 1) / 2) {
                parked = false;
                counters.resumed.increment();
            }
            return moved(taken);
        } catch (IOException e) {
            counters.writeErrors.increment();
            return -1;
        }
    }

    /// Runs an action on the loop when nothing is queued any more, never from inside this call.
    void whenSent(Runnable action) {
        if (isEmpty()) {
            loop.execute(action);
            return;
        }
        if (afterSend == null) {
            afterSend = new ArrayDeque<>(1);
        }
        afterSend.add(action);
    }

    /// Gives up what is queued; what waits for the end of the queue runs.
    void clear() {
        queue.clear();
        moved(0);
    }

    private int moved(int taken) {
        if (queued != queue.size()) {
            queued = queue.size();
        }
        counters.bytesOut.add(taken);
        if (queued == 0 && afterSend != null) {
            afterSend.forEach(loop::execute);
            afterSend = null;
        }
        return taken;
    }
}
