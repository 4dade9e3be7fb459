package org.wirechief.net;

import java.net.BindException;
import java.nio.file.Path;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;

/// Asks a socket file whether a process has it open. Whoever has does not notice.
final class DatagramProbe {
    private DatagramProbe() {}

    /// @throws BindException unless no process has the socket open
    static void requireStale(Path path, Address address) throws BindException {
        try (var libc = new Libc()) {
            var probe = LinuxDatagramSocket.unix(libc);
            try {
                probe.connect(libc, UnixPaths.name(path));
            } finally {
                probe.close(libc);
            }
        } catch (LinuxException e) {
            if (e.is(Errno.ECONNREFUSED)) {
                return;
            }
            // a server of streams has another type of socket, but it is there
            if (!e.is(Errno.EPROTOTYPE)) {
                throw SocketProbe.unclear(address, e);
            }
        }
        throw SocketProbe.answering(address);
    }
}
