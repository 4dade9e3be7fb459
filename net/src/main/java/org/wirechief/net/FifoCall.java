package org.wirechief.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.PollSet;

/// One request written to a server's FIFO and its reply read from a FIFO made for it, which is
/// removed whatever happens: when this is closed, or else when the JVM ends in order. Belongs to
/// the thread that made it.
///
/// The reply FIFO is open before the request is written, so that a server that tries only once
/// finds a reader. It can be written by every user, for the server may be another one, and read by
/// its owner alone.
public final class FifoCall implements AutoCloseable {
    /// How often it is looked whether the server is still there and somebody still waits. The first
    /// pauses are shorter, so that whoever waits only for a moment learns something too.
    private static final int LOOK_MILLIS = 50;

    /// How long nobody may be at the server's FIFO until its server is taken to be gone: one that
    /// makes its FIFO anew is away for a moment.
    private static final long AWAY_NANOS = 250_000_000;

    /// Whose request it is.
    public interface Caller {
        /// Asked before the first byte is written: whether it may be. From then on the server may
        /// have it.
        boolean leaves();

        /// The server has got nothing of it after all.
        void stays();

        /// Whether nobody waits for the answer any more.
        boolean isGone();
    }

    /// Gets the reply as it comes.
    @FunctionalInterface
    public interface Taker {
        /// Takes one more piece.
        ///
        /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this
        ///     returns
        void take(byte[] bytes, int from, int to) throws IOException;

        /// Whether what was taken is a whole reply. Asked when no more has come for a while and the
        /// server has not closed the FIFO yet, which ends it otherwise.
        default boolean isWhole() {
            return false;
        }
    }

    private static final String GIVEN_UP = "given up";

    private final Libc libc;
    private final ServerFifo server;
    private final OwnReplyFifo reply;
    private final String name;
    private final PollSet set;
    private volatile String trouble = "nothing was sent yet";
    private int pause = 1;
    private boolean unserved;
    private long unservedSince;
    private int removed;

    private FifoCall(Libc libc, ServerFifo server, OwnReplyFifo reply, String name) {
        this.libc = libc;
        this.server = server;
        this.reply = reply;
        this.name = name;
        this.set = new PollSet(libc, 1);
    }

    /// Opens the server's FIFO and makes the one for the reply.
    ///
    /// @param replyDirectory where the server looks for it, with the slash at its end
    /// @throws IOException saying whether the server, its FIFO or the reply FIFO is the trouble,
    ///     and what to do
    public static FifoCall open(Address server, String replyDirectory, WhileEnding ending) throws IOException {
        var libc = new Libc();
        try {
            ServerFifo request = ServerFifo.open(libc, server);
            try {
                return new FifoCall(libc, request, replyFifo(libc, replyDirectory, ending), server.name());
            } catch (IOException | RuntimeException e) {
                request.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            libc.close();
            throw e;
        }
    }

    private static OwnReplyFifo replyFifo(Libc libc, String directory, WhileEnding ending) throws IOException {
        try {
            return OwnReplyFifo.make(libc, directory, ending);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make a reply FIFO in " + directory + ": " + e.getMessage()
                            + "; give a directory that you may write to and where the server looks (reply_dir)",
                    e);
        }
    }

    /// Says whether a server reads a FIFO that this process may write to; writes nothing.
    ///
    /// @throws IOException saying what is wrong, and what to do
    public static void probe(Address server) throws IOException {
        try (var libc = new Libc()) {
            ServerFifo.open(libc, server).close();
        }
    }

    /// The name of the reply FIFO without its directory: 20 letters and digits or fewer, `-` too.
    public String replyName() {
        return reply.path().getFileName().toString();
    }

    /// What it waits for, and who is the trouble if that does not come. From any thread.
    public String trouble() {
        return trouble;
    }

    /// Writes the request, in one piece unless it is longer than a pipe has room for.
    ///
    /// @throws SocketTimeoutException saying who is the trouble
    /// @throws IOException when the server goes away, the caller does, or the system will not wait
    public void send(byte[] bytes, Duration timeout, Caller caller) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        trouble = "the server does not read its FIFO " + name + ", which is full: it hangs or is busy";
        int at = 0;
        while (at < bytes.length) {
            int count = at == 0 ? begin(bytes, caller) : server.write(bytes, at, bytes.length);
            at += count;
            if (count == 0) {
                awaitRoom(end, caller);
            }
        }
    }

    /// Nothing is tried meanwhile: who is asked at the deadline knows that nothing has left.
    private void awaitRoom(long end, Caller caller) throws IOException {
        set.clear();
        set.addWritable(server.pipe());
        boolean room = false;
        while (!room) {
            room = isReady(end, caller::isGone);
        }
    }

    private int begin(byte[] bytes, Caller caller) throws IOException {
        if (!caller.leaves()) {
            throw new IOException(GIVEN_UP);
        }
        int count = 0;
        try {
            count = server.write(bytes, 0, bytes.length);
            return count;
        } finally {
            if (count == 0) {
                caller.stays();
            }
        }
    }

    /// Reads the reply until the server closes it, or it is whole.
    ///
    /// @param over ends it early when it becomes true
    /// @throws SocketTimeoutException saying who is the trouble
    /// @throws IOException when the server or the reply FIFO goes away, the taker throws, or the
    ///     system will not wait
    public void receive(Duration timeout, BooleanSupplier over, Taker taker) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        byte[] bytes = new byte[Libc.TRANSFER];
        long came = 0;
        trouble = notOpened();
        while (true) {
            set.clear();
            set.addReadable(reply.pipe());
            boolean ready = isReady(end, over);
            int count = reply.pipe().read(libc, bytes, 0, bytes.length);
            if (count > 0) {
                taker.take(bytes, 0, count);
                came += count;
                trouble = "the server stopped in the middle of its answer, after " + came + " bytes";
            } else if (count == 0 && ready) {
                // no data and no writer: ready means that there was one
                return;
            } else if (count < 0 && !Errno.EAGAIN.is(count) && !Errno.EINTR.is(count)) {
                throw new IOException("cannot read " + reply.path() + ": " + Errno.describe(count));
            } else if (came == 0) {
                look(count == 0);
            } else if (!ready && taker.isWhole()) {
                return;
            }
        }
    }

    /// Looks what it waits for.
    ///
    /// @param unopened whether nobody has the reply FIFO open for writing
    private void look(boolean unopened) throws IOException {
        if (!unopened) {
            trouble = "the server has opened the reply FIFO and not written to it: the command still runs";
            unserved = false;
            return;
        }
        int unread = server.unread();
        trouble = unread > 0
                ? "the server has not read its FIFO " + name + ", where " + unread + " bytes wait: it hangs or is busy"
                : notOpened();
        // twice: the server may have opened it just before, and then has it open still or is done
        removed = reply.isInPlace() ? 0 : removed + 1;
        if (removed == 2) {
            throw new IOException("somebody removed the reply FIFO " + reply.path() + " before the server opened it");
        }
        lookForServer();
    }

    private void lookForServer() throws IOException {
        long now = System.nanoTime();
        if (server.isServed()) {
            unserved = false;
        } else if (!unserved) {
            unserved = true;
            unservedSince = now;
        } else if (now - unservedSince >= AWAY_NANOS) {
            throw new IOException("the server has ended: nobody reads its FIFO " + name + " any more");
        }
    }

    private String notOpened() {
        return "the server has not opened the reply FIFO " + reply.path()
                + ": it looks in another directory (reply_dir), may not or cannot see this one, or is not done yet";
    }

    /// Waits for the descriptor, but not for long.
    private boolean isReady(long end, BooleanSupplier over) throws IOException {
        long left = (end - System.nanoTime() + 999_999) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException(trouble);
        }
        if (await(set, (int) Math.min(left, pause), name)) {
            return true;
        }
        if (over.getAsBoolean()) {
            throw new IOException(GIVEN_UP);
        }
        pause = Math.min(LOOK_MILLIS, pause * 2);
        return false;
    }

    /// @param set of one descriptor
    /// @param name of the server's FIFO
    /// @return whether the descriptor is ready
    /// @throws IOException if the system will not wait
    static boolean await(PollSet set, int millis, String name) throws IOException {
        try {
            return set.poll(millis) && set.isReady(0);
        } catch (LinuxException e) {
            throw new IOException("cannot wait for the server at the FIFO " + name + ": " + e.getMessage(), e);
        }
    }

    /// Removes the reply FIFO; what comes on it can still be read.
    public void removeReply() {
        reply.remove();
    }

    @Override
    public void close() {
        reply.close(libc);
        server.close();
        libc.close();
    }
}
