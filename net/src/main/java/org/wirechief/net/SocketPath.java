package org.wirechief.net;

import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// The path of a Unix socket or FIFO, checked before anything is created.
final class SocketPath {
    /// What the JDK lets through; Linux would take one byte more.
    static final int LONGEST = 106;

    private SocketPath() {}

    /// @throws BindException if nothing can be there
    static Path of(Address address) throws BindException {
        Path path;
        try {
            path = Path.of(address.name());
        } catch (InvalidPathException e) {
            throw BindFailure.because(address, "the path is not valid: " + e.getReason(), e);
        }
        if (path.getFileName() == null || address.name().endsWith("/")) {
            throw BindFailure.because(address, "the path names a directory; add a file name");
        }
        if (address.transport() != Transport.FIFO) {
            checkLength(path, address);
        }
        checkParent(parent(path), address);
        return path;
    }

    private static void checkLength(Path path, Address address) throws BindException {
        // the temporary name may be longer than the final one
        int length = Math.max(bytes(path), bytes(StagingDirectory.fileBeside(path, "0000")));
        if (length > LONGEST) {
            throw BindFailure.because(
                    address,
                    "the path needs " + length + " bytes and at most " + LONGEST + " are possible; shorten it");
        }
    }

    /// The directory of a path; the working directory for a bare name.
    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static void checkParent(Path parent, Address address) throws BindException {
        String name = parent.toString().isEmpty() ? "the working directory" : parent.toString();
        if (!Files.exists(parent)) {
            throw BindFailure.because(
                    address, "there is no directory " + name + " that " + BindFailure.self() + " can see; create it");
        }
        if (!Files.isDirectory(parent)) {
            throw BindFailure.because(address, name + " is not a directory");
        }
        if (!Files.isWritable(parent)) {
            throw BindFailure.because(address, name + " is not writable by " + BindFailure.self());
        }
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
