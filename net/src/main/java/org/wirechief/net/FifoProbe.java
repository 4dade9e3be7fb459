package org.wirechief.net;

import java.net.BindException;
import java.nio.file.Path;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;

/// Finds out what is at the path a FIFO shall have. A FIFO that can be opened for writing has a
/// reader, which a server is that serves it.
final class FifoProbe {
    /// Says whether a dead server left its FIFO there.
    static final PathProbe PROBE = PathProbe.of("FIFO", FileIdentity::isFifo, FifoProbe::requireStale);

    private FifoProbe() {}

    private static void requireStale(Path path, Address address) throws BindException {
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
