package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;

/// The socket file or FIFO a server sends its answers to. Removed when it is closed, or else when
/// the JVM ends in order.
final class ReplyFile implements AutoCloseable {
    private final Path path;
    private final Thread atExit;
    private volatile boolean ours;

    private ReplyFile(Path path) {
        this.path = path;
        this.atExit = new Thread(this::delete, "removes " + path);
    }

    /// A name in the directory that nothing has yet; for a socket to be bound to.
    static ReplyFile in(Path directory) {
        long random = ThreadLocalRandom.current().nextLong(1L << 40);
        return named(directory.resolve(".chief-" + Long.toString((1L << 40) + random, 32)));
    }

    /// A path that nothing has yet; for a socket to be bound to, or a FIFO to be made at.
    static ReplyFile named(Path path) {
        var file = new ReplyFile(path);
        Runtime.getRuntime().addShutdownHook(file.atExit);
        return file;
    }

    /// The file was made: from now on it is this process's to remove.
    void isMade() {
        ours = true;
    }

    Path path() {
        return path;
    }

    /// Lets processes of every user send to it.
    void letEverybodySend() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    /// Lets processes of every user write to it, and only the own read it.
    void letEverybodyWrite() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw--w--w-"));
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the JVM is ending: the hook finds nothing to do
        }
    }

    private void delete() {
        if (!ours) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(ReplyFile.class.getPackageName())
                    .log(System.Logger.Level.WARNING, "removing {0}: {1}", path, e.getMessage());
        }
    }
}
