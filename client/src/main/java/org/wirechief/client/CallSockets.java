package org.wirechief.client;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.wirechief.net.DatagramDial;

/// The sockets of calls, one each. Those whose calls got no answer stay open, unread, until so many
/// more are that the answer can hardly be on its way any more.
final class CallSockets {
    /// Sockets kept for answers that come late.
    private static final int KEPT = 64;

    private final Set<DatagramDial> busy = new HashSet<>();
    private final ArrayDeque<DatagramDial> unanswered = new ArrayDeque<>();
    private boolean closed;

    /// Knows a socket from now on.
    ///
    /// @return false when all are closed, this one too
    synchronized boolean open(DatagramDial socket) {
        if (closed) {
            end(socket);
        } else {
            busy.add(socket);
        }
        return !closed;
    }

    /// The call of this socket is over.
    synchronized void done(DatagramDial socket, boolean answered) {
        busy.remove(socket);
        if (answered || closed) {
            end(socket);
        } else {
            unanswered.addLast(socket);
        }
        if (unanswered.size() > KEPT) {
            end(unanswered.removeFirst());
        }
    }

    /// Closes all; calls under way notice.
    synchronized void close() {
        closed = true;
        busy.forEach(CallSockets::end);
        unanswered.forEach(CallSockets::end);
        unanswered.clear();
    }

    private static void end(DatagramDial socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
    }
}
