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

/// A fresh directory beside the path of a socket or FIFO that only this user may enter, where it
/// is made ready.
///
/// Two servers may start at once. On an empty path the file is delivered by a hard link followed
/// by the removal of the temporary name: a rename that refuses to replace, so one succeeds. A dead
/// server's file is replaced by a rename that only the holder of a [StaleClaim] may do.
final class StagingDirectory implements AutoCloseable {
    private static final int ATTEMPTS = 100;

    private final Path directory;
    private final Address address;
    private final PathProbe probe;

    private StagingDirectory(Path directory, Address address, PathProbe probe) {
        this.directory = directory;
        this.address = address;
        this.probe = probe;
    }

    static StagingDirectory beside(Path path, Address address, PathProbe probe) throws IOException {
        var onlyUs = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (int i = 1; true; i++) {
            Path directory = fileBeside(path, randomName()).getParent();
            // only mkdir itself can tell without a race whether the name is free
            try {
                return new StagingDirectory(Files.createDirectory(directory, onlyUs), address, probe);
            } catch (FileAlreadyExistsException e) {
                if (i == ATTEMPTS) {
                    throw BindFailure.because(address, "no free temporary name in " + SocketPath.parent(path), e);
                }
            }
        }
    }

    /// Four digits of base 32: short, because the path of a socket is.
    private static String randomName() {
        int random = ThreadLocalRandom.current().nextInt(1 << 20);
        return Integer.toString((1 << 20) + random, 32).substring(1);
    }

    /// Where a directory of that name would have the file.
    static Path fileBeside(Path path, String name) {
        return SocketPath.parent(path).resolve("." + name).resolve("s");
    }

    Path file() {
        return directory.resolve("s");
    }

    /// Gives the finished file the path of a dead server's.
    ///
    /// @throws BindException if another server is there by now
    void replace(Path path) throws IOException {
        try (var _ = StaleClaim.on(path)) {
            // asked again, because another may have had the claim before
            probe.requireStaleOrNothing(path, address);
            Files.move(file(), path, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            deliver(path);
        } catch (FileSystemException e) {
            String what = "a dead server's file is there and " + BindFailure.self() + " may not replace it (";
            throw BindFailure.because(address, what + BindFailure.reason(e) + "); remove it", e);
        }
    }

    /// Gives the finished file its path, where nothing is.
    ///
    /// @throws BindException if something is there by now
    void deliver(Path path) throws IOException {
        try {
            Files.createLink(path, file());
        } catch (FileAlreadyExistsException e) {
            throw SocketProbe.answering(address);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // no hard links here, or not for files of others:
            // what appeared since the probe is replaced
            Files.move(file(), path, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Removes the directory and what is left in it.
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file());
        Files.deleteIfExists(directory);
    }
}
