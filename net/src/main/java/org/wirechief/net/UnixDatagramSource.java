package org.wirechief.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.UnixDatagramSocket;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// Takes the datagrams of a Unix socket: one by one for several readers, since what a batch held
/// would wait for the one that took it; in batches for a single one, which saves system calls.
final class UnixDatagramSource implements DatagramSource {
    /// Each has memory for the longest datagram.
    private static final int BATCH = 16;

    private final Libc libc = Libc.shared();
    private final UnixDatagramSocket socket;
    private final Wakeup wakeup;
    private final Waiting waiting;
    private final ReceiveBatch batch;
    private int received;
    private int next;

    UnixDatagramSource(UnixDatagramSocket socket, int longest, int readers) throws LinuxException {
        this.socket = socket;
        try {
            this.wakeup = Wakeup.open(libc);
        } catch (LinuxException e) {
            libc.close();
            throw e;
        }
        this.waiting = new Waiting(libc, socket, wakeup);
        this.batch = new ReceiveBatch(libc, readers == 1 ? BATCH : 1, longest);
    }

    @Override
    public @Nullable Taken take(byte[] into) throws IOException {
        if (next == received && !receive()) {
            return null;
        }
        int at = next++;
        batch.copy(at, into, 0);
        DatagramPeer peer = DatagramPeer.unix(batch.name(at), batch.sender(at));
        return new Taken(peer, batch.length(at), batch.isCut(at), next < received);
    }

    /// @return false when there is nothing
    private boolean receive() throws IOException {
        next = 0;
        received = 0;
        int answer = socket.receive(batch);
        if (Errno.EAGAIN.is(answer)) {
            waiting.await(Waiting.Event.RECEIVE, -1);
            answer = socket.receive(batch);
        }
        if (answer > 0) {
            received = answer;
            return true;
        }
        if (Errno.EAGAIN.is(answer) || Errno.EINTR.is(answer)) {
            return false;
        }
        throw new IOException(Errno.describe(answer));
    }

    /// For good: readers are woken to end.
    @Override
    public void wake() {
        wakeup.wake();
    }

    @Override
    public void close() {
        wakeup.close(libc);
        libc.close();
    }
}
