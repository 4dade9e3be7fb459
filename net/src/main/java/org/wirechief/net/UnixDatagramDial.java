package org.wirechief.net;

import static org.wirechief.net.linux.Waiting.Event.RECEIVE;
import static org.wirechief.net.linux.Waiting.Event.SEND;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.UnixName;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// A client's Unix datagram socket. Every call has its own memory, since the next may be made by
/// another thread.
final class UnixDatagramDial implements DatagramDial {
    private static final int INTERRUPT_CHECK_MILLIS = 100;
    private static final int SHORTEST_PAUSE_MILLIS = 1;
    private static final int LONGEST_PAUSE_MILLIS = 10;

    private final Address address;
    private final LinuxDatagramSocket socket;
    private final Wakeup wakeup;
    private final @Nullable ReplyFile file;
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock receiving = new ReentrantLock();
    private volatile boolean closed;

    UnixDatagramDial(Address address, LinuxDatagramSocket socket, Wakeup wakeup, @Nullable ReplyFile file) {
        this.address = address;
        this.socket = socket;
        this.wakeup = wakeup;
        this.file = file;
    }

    static UnixDatagramDial abstractly(Address address) throws IOException {
        return UnixDatagramDialling.connect(address, null);
    }

    static UnixDatagramDial withFile(Address address, Path directory, WhileEnding ending) throws IOException {
        return UnixDatagramDialling.connect(address, ReplyFile.in(directory, ending));
    }

    static UnixDatagramDial fromFile(Address address, Path file) throws IOException {
        return UnixDatagramDialling.connect(address, ReplyFile.named(file, WhileEnding.REFUSED));
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void send(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        Objects.checkFromToIndex(from, to, bytes.length);
        var deadline = Deadline.in(timeout);
        sending.lock();
        try (var libc = new Libc()) {
            var batch = new SendBatch(libc, 1, to - from);
            batch.add(UnixName.NONE, bytes, from, to);
            call("send", () -> socket.send(batch, 0, 1), new Waiting(libc, socket, wakeup), SEND, deadline);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public int receive(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        Objects.checkFromToIndex(from, to, bytes.length);
        var deadline = Deadline.in(timeout);
        receiving.lock();
        try (var libc = new Libc()) {
            var batch = new ReceiveBatch(libc, 1, to - from);
            call("receive", () -> socket.receive(batch), new Waiting(libc, socket, wakeup), RECEIVE, deadline);
            if (batch.isCut(0)) {
                throw Dialling.cutOff(address, to - from);
            }
            batch.copy(0, bytes, from);
            return batch.length(0);
        } finally {
            receiving.unlock();
        }
    }

    @Override
    public void close() {
        boolean first = !closed;
        closed = true;
        wakeup.wake();
        receiving.lock();
        sending.lock();
        try (var libc = new Libc()) {
            if (first && file != null) {
                file.close();
            }
            socket.close(libc);
            wakeup.close(libc);
        } finally {
            sending.unlock();
            receiving.unlock();
        }
    }

    /// Calls until the system does not say "try again".
    private void call(String name, IntSupplier call, Waiting waiting, Waiting.Event event, Deadline deadline)
            throws IOException {
        requireOpen();
        for (int turn = 0, answer = call.getAsInt(); answer < 0; turn++) {
            requireTryAgain(name, answer);
            await(waiting, event, deadline, turn);
            answer = call.getAsInt();
        }
    }

    private void await(Waiting waiting, Waiting.Event event, Deadline deadline, int turn) throws IOException {
        if (deadline.isOver()) {
            throw new SocketTimeoutException("the time to wait for " + address + " is over");
        }
        if (Thread.currentThread().isVirtual()) {
            pause(Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS + turn / 8));
        } else {
            long left = deadline.limited() ? deadline.selectMillis() : INTERRUPT_CHECK_MILLIS;
            waiting.await(event, (int) Math.min(left, INTERRUPT_CHECK_MILLIS));
        }
        if (closed) {
            throw new AsynchronousCloseException();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while waiting for " + address);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    private void requireTryAgain(String call, int answer) throws IOException {
        if (Errno.EAGAIN.is(answer) || Errno.EINTR.is(answer) || Errno.ENOBUFS.is(answer)) {
            return;
        }
        String why = call + " on " + address + ": " + Errno.describe(answer);
        if (Errno.ECONNREFUSED.is(answer) || Errno.ENOTCONN.is(answer) || Errno.ECONNRESET.is(answer)) {
            throw new ConnectException(why + "; has the server ended? connect again");
        }
        throw new IOException(why);
    }
}
