package org.wirechief.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;
import org.wirechief.net.linux.PollSet;

/// One request written to a server's FIFO and its reply read from a FIFO made for it, which is
/// removed whatever happens: when this is closed, or else when the JVM ends in order. Belongs to
/// the thread that made it.
///
/// The reply FIFO has a name nobody can guess, can be written by every user, for the server may be
/// another one, and read by its owner alone.
public final class FifoCall implements AutoCloseable {
    /// How often a caller who has lost interest is looked for.
    private static final int LOOK_MILLIS = 50;

    /// Gets the reply as it comes.
    public interface Taker {
        /// Takes one more piece.
        ///
        /// @param bytes valid from `from` (inclusive) to `to` (exclusive) and only until this
        ///     returns
        void take(byte[] bytes, int from, int to) throws IOException;
    }

    private final Libc libc;
    private final Address server;
    private final NamedPipe request;
    private final ReplyFile replyFile;
    private final NamedPipe reply;
    private final PollSet set;
    private volatile String trouble = "nothing was sent yet";

    private FifoCall(Libc libc, Address server, NamedPipe request, ReplyFile replyFile, NamedPipe reply) {
        this.libc = libc;
        this.server = server;
        this.request = request;
        this.replyFile = replyFile;
        this.reply = reply;
        this.set = new PollSet(libc, 1);
    }

    /// Opens the server's FIFO and makes the one for the reply.
    ///
    /// @param replyDirectory where the server looks for it, with the slash at its end
    /// @throws IOException saying whether the server, its FIFO or the reply FIFO is the trouble,
    ///     and what to do
    public static FifoCall open(Address server, String replyDirectory) throws IOException {
        var libc = new Libc();
        try {
            NamedPipe request = serverFifo(libc, server);
            try {
                return withReply(libc, server, request, replyDirectory);
            } catch (IOException | RuntimeException e) {
                request.close(libc);
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            libc.close();
            throw e;
        }
    }

    private static NamedPipe serverFifo(Libc libc, Address server) throws IOException {
        NativePath path = NativePath.of(libc, UnixPaths.bytes(server.name()));
        try {
            FileStatus there = FileStatus.of(libc, path)
                    .orElseThrow(() -> new IOException("there is no FIFO at " + server.name()
                            + "; start the server, or give the path it was configured with"));
            if (!there.isFifo()) {
                throw new IOException(server.name() + " is no FIFO");
            }
            NamedPipe pipe = NamedPipe.openToWrite(libc, path);
            if (pipe == null) {
                throw new IOException("no server reads the FIFO " + server.name() + "; start it");
            }
            return pipe;
        } catch (LinuxException e) {
            throw new IOException(
                    "cannot write to the FIFO " + server.name() + " as " + BindFailure.self() + ": " + e.getMessage(),
                    e);
        }
    }

    private static FifoCall withReply(Libc libc, Address server, NamedPipe request, String directory)
            throws IOException {
        long random = ThreadLocalRandom.current().nextLong(1L << 60);
        var file = ReplyFile.named(Path.of(directory + "chief-" + Long.toString((1L << 60) + random, 32)));
        // nobody else makes a file of that name, so what is half made is ours to remove too
        file.isMade();
        try {
            NativePath path = NativePath.of(libc, UnixPaths.bytes(file.path().toString()));
            return reading(NamedPipe.createToRead(libc, path), libc, server, request, file);
        } catch (IOException e) {
            file.close();
            throw new IOException("cannot make a reply FIFO in " + directory + ": " + e.getMessage(), e);
        }
    }

    private static FifoCall reading(NamedPipe reply, Libc libc, Address server, NamedPipe request, ReplyFile file)
            throws IOException {
        try {
            file.letEverybodyWrite();
            return new FifoCall(libc, server, request, file, reply);
        } catch (IOException | RuntimeException e) {
            reply.close(libc);
            throw e;
        }
    }

    /// The name of the reply FIFO without its directory: 20 letters and digits or fewer, `-` too.
    public String replyName() {
        return replyFile.path().getFileName().toString();
    }

    /// What it waits for, and who is the trouble if that does not come. From any thread.
    public String trouble() {
        return trouble;
    }

    /// Writes the request and reads the reply until the server closes it.
    ///
    /// @param over ends it early when it becomes true
    /// @throws SocketTimeoutException saying who is the trouble
    /// @throws IOException when the server goes away or the taker throws
    public void exchange(byte[] bytes, Duration timeout, BooleanSupplier over, Taker taker) throws IOException {
        long end = System.nanoTime() + timeout.toNanos();
        write(bytes, end, over);
        read(end, over, taker);
    }

    private void write(byte[] bytes, long end, BooleanSupplier over) throws IOException {
        int at = 0;
        trouble = "the server does not read its FIFO " + server.name();
        while (at < bytes.length) {
            int answer = request.write(libc, bytes, at, bytes.length);
            if (answer > 0) {
                at += answer;
            } else if (Errno.EPIPE.is(answer)) {
                throw new IOException("the server stopped reading its FIFO " + server.name());
            } else if (!Errno.EAGAIN.is(answer) && !Errno.EINTR.is(answer)) {
                throw new IOException("cannot write to " + server.name() + ": " + Errno.describe(answer));
            } else {
                set.clear();
                set.addWritable(request);
                await(end, over);
            }
        }
    }

    private void read(long end, BooleanSupplier over, Taker taker) throws IOException {
        byte[] bytes = new byte[Libc.TRANSFER];
        trouble = "the server has not opened the reply FIFO " + replyFile.path()
                + "; it must be able to see and write it";
        while (true) {
            set.clear();
            set.addReadable(reply);
            await(end, over);
            int count = reply.read(libc, bytes, 0, bytes.length);
            if (count > 0) {
                taker.take(bytes, 0, count);
                trouble = "the server has not finished its reply";
            } else if (count == 0) {
                // no data and no writer: ready means that there was one
                return;
            } else if (!Errno.EAGAIN.is(count) && !Errno.EINTR.is(count)) {
                throw new IOException("cannot read " + replyFile.path() + ": " + Errno.describe(count));
            }
        }
    }

    /// Until the descriptor is ready.
    private void await(long end, BooleanSupplier over) throws IOException {
        while (true) {
            long left = (end - System.nanoTime() + 999_999) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException(trouble);
            }
            if (set.await((int) Math.min(left, LOOK_MILLIS)) && set.isReady(0)) {
                return;
            }
            if (over.getAsBoolean()) {
                throw new IOException("given up");
            }
        }
    }

    @Override
    public void close() {
        replyFile.close();
        reply.close(libc);
        request.close(libc);
        libc.close();
    }
}
