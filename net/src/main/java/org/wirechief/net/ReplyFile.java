package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.FileHold;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NativePath;

/// The socket file or FIFO a server sends its answers to. Removed when it is closed, or else when
/// the JVM ends in order; what somebody else has put in its place stays.
final class ReplyFile implements AutoCloseable {
    private final Path path;
    private final Thread atExit;
    private boolean ended;
    private @Nullable FileIdentity made;

    /// Makes a file.
    @FunctionalInterface
    interface Making<T> {
        Made<T> run() throws IOException;
    }

    /// Which file was made, and who has it open.
    record Made<T>(FileIdentity file, T holder) {}

    private ReplyFile(Path path) {
        this.path = path;
        this.atExit = new Thread(this::delete, "removes " + path);
    }

    /// A name in the directory that nothing has yet; for a socket to be bound to.
    ///
    /// @throws IOException when the JVM is ending and nobody is waited for
    static ReplyFile in(Path directory, WhileEnding ending) throws IOException {
        long random = ThreadLocalRandom.current().nextLong(1L << 40);
        return named(directory.resolve(".chief-" + Long.toString((1L << 40) + random, 32)), ending);
    }

    /// A path that nothing has yet; for a socket to be bound to, or a FIFO to be made at.
    ///
    /// @throws IOException when the JVM is ending and nobody is waited for
    static ReplyFile named(Path path, WhileEnding ending) throws IOException {
        var file = new ReplyFile(path);
        try {
            Runtime.getRuntime().addShutdownHook(file.atExit);
        } catch (IllegalStateException e) {
            if (ending == WhileEnding.REFUSED) {
                throw new IOException("this program is ending", e);
            }
        }
        return file;
    }

    /// Makes the file: if this returns, it is this process's to remove. The end of the JVM waits
    /// for it, or comes before it, so that no file is left behind.
    ///
    /// @throws IOException what the making throws, or that the JVM has begun to end since [#named]
    synchronized <T> T make(Making<T> making) throws IOException {
        if (ended) {
            throw new IOException("this program is ending");
        }
        Made<T> file = making.run();
        made = file.file();
        return file.holder();
    }

    Path path() {
        return path;
    }

    /// Whether the path still leads to the file that was made.
    synchronized boolean isInPlace() {
        try {
            FileIdentity there = FileIdentity.of(path).orElse(null);
            return made != null && there != null && made.isSameFile(there);
        } catch (IOException e) {
            return false;
        }
    }

    /// Lets processes of every user send to it. In a directory that is not sticky others may have
    /// put something in its place, whose permissions must not change.
    ///
    /// @throws IOException also when they have
    void letEverybodySend(Libc libc) throws IOException {
        try (FileHold there = FileHold.of(libc, NativePath.of(libc, UnixPaths.bytes(path.toString())))) {
            FileStatus status = there.status();
            if (!isMade(status) || status.owner() != libc.effectiveUser()) {
                throw new IOException("somebody exchanged " + path + " as it was made; use a directory where nobody"
                        + " else may do so, one of your own or a sticky one");
            }
            Files.setPosixFilePermissions(Path.of(there.path()), PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }

    private synchronized boolean isMade(FileStatus there) {
        return made != null && made.isSameFile(FileIdentity.of(there));
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook finds nothing to do, or there is none
        }
    }

    private synchronized void delete() {
        ended = true;
        if (!isInPlace()) {
            return;
        }
        made = null;
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(ReplyFile.class.getPackageName())
                    .log(System.Logger.Level.WARNING, "removing {0}: {1}", path, e.getMessage());
        }
    }
}
