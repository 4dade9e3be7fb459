package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;

/// A fresh directory beside a socket's path that only this user may enter, where the socket is
/// made ready.
///
/// Two servers may start at once. Delivering is a hard link followed by the removal of the
/// temporary name: a rename that refuses to replace, so only one can succeed on an empty path. A
/// stale socket is moved in here before it is deleted; if it then is another file than the one that
/// was probed, a server was faster, and its file goes back.
final class StagingDirectory implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private static final System.Logger LOG = System.getLogger(StagingDirectory.class.getPackageName());

    private final Path directory;
    private final Address address;

    private StagingDirectory(Path directory, Address address) {
        this.directory = directory;
        this.address = address;
    }

    static StagingDirectory beside(Path path, Address address) throws IOException {
        var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (int i = 0; i < ATTEMPTS; i++) {
            Path directory = socketBeside(path, randomName()).getParent();
            // only mkdir itself can tell without a race whether the name was free
            try {
                return new StagingDirectory(Files.createDirectory(directory, onlyUs), address);
            } catch (FileAlreadyExistsException e) {
                LOG.log(System.Logger.Level.DEBUG, "{0} is taken", directory);
            }
        }
        throw BindFailure.because(address, "no free temporary name in " + SocketPath.parent(path));
    }

    /// Four digits of base 32: short, because the path of a socket is.
    private static String randomName() {
        int random = ThreadLocalRandom.current().nextInt(1 << 20);
        return Integer.toString((1 << 20) + random, 32).substring(1);
    }

    /// Where a directory of that name would have the socket.
    static Path socketBeside(Path path, String name) {
        return SocketPath.parent(path).resolve("." + name).resolve("s");
    }

    Path socket() {
        return directory.resolve("s");
    }

    /// Removes the stale socket from the path.
    ///
    /// @throws BindException if another socket is there by now; it stays
    void takeAway(Path path, FileIdentity stale) throws IOException {
        Path aside = directory.resolve("o");
        try {
            Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        if (FileIdentity.require(aside).equals(stale)) {
            Files.delete(aside);
            return;
        }
        Files.createLink(path, aside);
        throw SocketProbe.answering(address);
    }

    /// Gives the finished socket its path.
    ///
    /// @throws BindException if something is there by now
    void deliver(Path path) throws IOException {
        try {
            Files.createLink(path, socket());
        } catch (FileAlreadyExistsException e) {
            throw SocketProbe.answering(address);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // no hard links here, or not for files of others:
            // what appeared since the probe is replaced
            Files.move(socket(), path, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Removes the directory and what is left in it.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(socket());
        Files.deleteIfExists(directory.resolve("o"));
        Files.deleteIfExists(directory);
    }
}
