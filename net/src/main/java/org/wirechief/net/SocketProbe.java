package org.wirechief.net;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// Finds out what is at the path a socket shall have.
final class SocketProbe {
    /// Says whether a dead server left its socket there.
    static final PathProbe PROBE = PathProbe.of("socket", FileIdentity::isSocket, SocketProbe::requireStale);

    private SocketProbe() {}

    private static void requireStale(Path path, Address address) throws BindException {
        if (address.transport() == Transport.UNIX_DATAGRAM) {
            DatagramProbe.requireStale(path, address);
            return;
        }
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            // non-blocking: a live server with a full backlog must not hold us up
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(path));
        } catch (ConnectException e) {
            return; // refused: no process has this socket open
        } catch (IOException e) {
            // a full backlog, a datagram socket, a missing permission: somebody may be there
            throw unclear(address, e);
        }
        throw answering(address);
    }

    static BindException unclear(Address address, IOException e) {
        return BindFailure.because(
                address,
                "a socket is there and asking it failed (" + e.getMessage()
                        + "); stop its server or choose another path",
                e);
    }

    static BindException answering(Address address) {
        return BindFailure.because(address, "a server is answering there; stop it or choose another path");
    }
}
