package org.wirechief.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The right to replace a dead server's file, which one of several starting servers has at a
/// time.
///
/// It is a second name of that file: the system lets only one of them create it. A server that
/// died holding the claim has left the name behind, so it is taken over after a second.
///
/// @param name the second name
/// @param held whether it could be made. Where there are no hard links, or none to files of
///     others, servers that start within the same microseconds are not kept apart
record StaleClaim(Path name, boolean held) implements AutoCloseable {
    private static final int ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 20;

    /// Waits for its turn, which may come when another has already replaced the file.
    ///
    /// @throws NoSuchFileException if nothing is at the path any more
    static StaleClaim on(Path path) throws IOException {
        Path name = path.resolveSibling("." + path.getFileName() + ".stale");
        for (int i = 1; true; i++) {
            try {
                Files.createLink(name, path);
                return new StaleClaim(name, true);
            } catch (FileAlreadyExistsException e) {
                if (i % ATTEMPTS == 0 && !takenOver(name, path)) {
                    return new StaleClaim(name, false);
                }
                pause();
            } catch (NoSuchFileException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException e) {
                return new StaleClaim(name, false);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (held) {
            Files.deleteIfExists(name);
        }
    }

    /// A file of that name that is of another kind is not ours to remove.
    private static boolean takenOver(Path name, Path path) throws IOException {
        var left = FileIdentity.of(name);
        FileKind kind = FileIdentity.require(path).kind();
        if (left.isPresent() && left.get().kind() == kind) {
            Files.deleteIfExists(name);
            return true;
        }
        return left.isEmpty();
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another server to start");
        }
    }
}
