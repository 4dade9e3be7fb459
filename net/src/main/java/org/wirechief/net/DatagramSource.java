package org.wirechief.net;

import java.io.IOException;
import java.time.Duration;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// Where a [DatagramListener] takes datagrams from: one by one for several readers, since what a
/// batch held would wait for the one that took it; in batches for a single one, which saves system
/// calls. One reader at a time, except [#wake()].
///
/// While datagrams come, a reader waits for the next in the call that receives it, for a moment;
/// when that has passed, in a call that can be ended at any time.
final class DatagramSource {
    /// Enough to save most system calls under load; each has memory for the longest datagram.
    private static final int BATCH = 16;

    /// Stopping may take as long.
    private static final Duration MOMENT = Duration.ofMillis(10);

    private final Libc libc = Libc.shared();
    private final LinuxDatagramSocket socket;
    private final Wakeup wakeup;
    private final Waiting waiting;
    private final int longest;
    private final int most;
    private boolean busy;

    DatagramSource(LinuxDatagramSocket socket, int longest, int readers) throws LinuxException {
        this.socket = socket;
        try {
            socket.patience(libc, MOMENT);
            this.wakeup = Wakeup.open(libc);
        } catch (LinuxException e) {
            libc.close();
            throw e;
        }
        this.waiting = new Waiting(libc, socket, wakeup);
        this.longest = longest;
        this.most = readers == 1 ? BATCH : 1;
    }

    /// A new one, for one reader. Before any reader starts.
    ReceiveBatch batch() {
        return new ReceiveBatch(libc, most, longest);
    }

    /// Waits for datagrams and takes what is there.
    ///
    /// @return how many; 0 when woken with nothing taken, and now and then for no reason
    /// @throws IOException saying why it cannot wait or take anything
    int receive(ReceiveBatch batch) throws IOException {
        if (!busy && !waiting.await(Waiting.Event.RECEIVE, -1)) {
            return 0;
        }
        int answer = busy ? socket.receiveSoon(batch) : socket.receive(batch);
        busy = answer > 0;
        if (busy) {
            return answer;
        }
        if (Errno.EAGAIN.is(answer) || Errno.EINTR.is(answer)) {
            return 0;
        }
        throw new IOException(Errno.describe(answer));
    }

    /// Ends the waiting for good, in a moment at most. What the call under way still takes counts.
    /// From any thread.
    void wake() {
        wakeup.wake();
    }

    /// Gives back what it holds, not the socket. Nobody waits any more.
    void close() {
        wakeup.close(libc);
        libc.close();
    }
}
