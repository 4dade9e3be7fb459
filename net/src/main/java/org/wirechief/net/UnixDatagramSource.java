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

/// Takes the datagrams of a Unix socket one by one: what a batch held would wait for the reader
/// that took it.
final class UnixDatagramSource implements DatagramSource {
    private final Libc libc = Libc.shared();
    private final UnixDatagramSocket socket;
    private final Wakeup wakeup;
    private final Waiting waiting;
    private final ReceiveBatch one;

    UnixDatagramSource(UnixDatagramSocket socket, int longest) throws LinuxException {
        this.socket = socket;
        try {
            this.wakeup = Wakeup.open(libc);
        } catch (LinuxException e) {
            libc.close();
            throw e;
        }
        this.waiting = new Waiting(libc, socket, wakeup);
        this.one = new ReceiveBatch(libc, 1, longest);
    }

    @Override
    public @Nullable Taken take(byte[] into) throws IOException {
        int answer = socket.receive(one);
        if (Errno.EAGAIN.is(answer)) {
            waiting.await(Waiting.Event.RECEIVE, -1);
            answer = socket.receive(one);
        }
        if (answer == 1) {
            one.copy(0, into, 0);
            return new Taken(DatagramPeer.unix(one.name(0), one.sender(0)), one.length(0), one.isCut(0));
        }
        if (Errno.EAGAIN.is(answer) || Errno.EINTR.is(answer)) {
            return null;
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
