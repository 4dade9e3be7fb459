package org.wirechief.net;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// What arrives on one connection, and its handler's turns at it. Loop thread only.
final class ReceiveSide {
    private final StreamConnection connection;
    private final StreamListener listener;
    private final InputBuffer input;
    private boolean offering;
    private boolean offerAgain;

    ReceiveSide(StreamConnection connection, StreamListener listener) {
        this.connection = connection;
        this.listener = listener;
        this.input = new InputBuffer(listener.limits().maxRequest());
    }

    /// Whether nothing waits to be used.
    boolean isEmpty() {
        return input.size() == 0;
    }

    /// Whether the handler is at work, so that the connection settles when it returns.
    boolean isOffering() {
        return offering;
    }

    /// Reads once, as much as a request may still need. What it reads must be offered before
    /// another connection reads.
    ///
    /// @return the number of bytes, -1 at the end of input
    int read(SocketChannel channel) throws IOException {
        int n = input.read(channel, listener.loop());
        if (n > 0) {
            listener.counters().bytesIn.add(n);
        }
        return n;
    }

    /// Gives the handler what is there, if the connection wants more, and keeps what it leaves.
    /// Called from inside the handler it happens when that returns.
    ///
    /// @return whether anything was used
    boolean offer() {
        if (offering) {
            offerAgain = true;
            return false;
        }
        offering = true;
        int before = input.size();
        try {
            do {
                offerAgain = false;
                offerOnce();
            } while (offerAgain);
        } catch (Throwable t) {
            failed(t);
        }
        offering = false;
        boolean used = input.size() < before;
        keep();
        return used;
    }

    /// Runs a call of the handler; what it throws ends this connection only.
    void guarded(Runnable handling) {
        try {
            handling.run();
        } catch (Throwable t) {
            failed(t);
        }
    }

    private void failed(Throwable thrown) {
        listener.counters().handlerErrors.increment();
        listener.loop().report(thrown);
        connection.close();
    }

    private void offerOnce() {
        if (input.size() > 0 && connection.wantsMore()) {
            input.use(listener.handler().received(connection, input.bytes(), input.start(), input.end()));
        }
    }

    private void keep() {
        if (!connection.isOpen()) {
            input.clear();
        }
        input.settle();
        if (connection.wantsMore() && input.isFull()) {
            listener.counters().closedOverrun.increment();
            connection.close();
        }
    }
}
