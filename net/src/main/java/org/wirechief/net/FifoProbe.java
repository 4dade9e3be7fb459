package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;

/// Finds out what is at the path a FIFO shall have. A FIFO that can be opened for writing has a
/// reader, which a server is that serves it.
final class FifoProbe {
    private FifoProbe() {}

    /// Whether a dead server left its FIFO there.
    ///
    /// @return false if nothing is there
    /// @throws BindException if there is anything else, which must not be removed
    static boolean requireStaleOrNothing(Path path, Address address) throws IOException {
        Optional<FileIdentity> there = FileIdentity.of(path);
        if (there.isPresent()) {
            requireStale(path, there.get(), address);
        }
        return there.isPresent();
    }

    private static void requireStale(Path path, FileIdentity file, Address address) throws BindException {
        if (!file.isFifo()) {
            throw BindFailure.because(
                    address, path + " is " + file.describe() + ", not a FIFO; remove it yourself if it may go");
        }
        try (var libc = new Libc()) {
            NamedPipe pipe = NamedPipe.openToWrite(libc, NativePath.of(libc, UnixPaths.bytes(path.toString())));
            if (pipe == null) {
                return;
            }
            pipe.close(libc);
        } catch (LinuxException e) {
            throw BindFailure.because(
                    address,
                    "a FIFO is there and asking whether somebody reads it failed (" + e.getMessage()
                            + "); stop its server or choose another path",
                    e);
        }
        throw BindFailure.because(address, "somebody reads the FIFO there; stop that server or choose another path");
    }
}
