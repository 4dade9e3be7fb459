package org.wirechief.net;

import java.io.IOException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.UnixName;
import org.wirechief.net.linux.Wakeup;

/// Brings a client's Unix datagram socket to its server.
final class UnixDatagramDialling {
    private UnixDatagramDialling() {}

    /// @param file where answers go; null for an abstract name. Closed if this fails
    static UnixDatagramDial connect(Address address, @Nullable ReplyFile file) throws IOException {
        try {
            if (address.transport() != Transport.UNIX_DATAGRAM) {
                throw new IllegalArgumentException(address + " is no Unix datagram address; allowed is unixd");
            }
            return connected(address, file);
        } catch (IOException | RuntimeException e) {
            if (file != null) {
                file.close();
            }
            throw e;
        }
    }

    private static UnixDatagramDial connected(Address address, @Nullable ReplyFile file) throws IOException {
        try (var libc = new Libc()) {
            var socket = LinuxDatagramSocket.unix(libc);
            try {
                bind(libc, socket, file);
                connect(libc, socket, address);
                if (file != null) {
                    file.letEverybodySend(libc);
                }
                dropStrangers(libc, socket);
                return new UnixDatagramDial(address, socket, Wakeup.open(libc), file);
            } catch (IOException | RuntimeException e) {
                socket.close(libc);
                throw e;
            }
        } catch (ConnectException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            throw Dialling.failure(address, String.valueOf(e.getMessage()), e);
        }
    }

    private static void bind(Libc libc, LinuxDatagramSocket socket, @Nullable ReplyFile file) throws IOException {
        if (file == null) {
            socket.bind(libc, UnixName.NONE);
        } else {
            var _ = file.make(() -> {
                socket.bind(libc, UnixPaths.name(file.path()));
                return new ReplyFile.Made<>(FileIdentity.require(file.path()), socket);
            });
        }
    }

    private static void connect(Libc libc, LinuxDatagramSocket socket, Address address) throws IOException {
        try {
            socket.connect(libc, UnixPaths.name(Dialling.path(address)));
        } catch (LinuxException e) {
            throw Dialling.failure(address, why(e), e);
        }
    }

    private static String why(LinuxException e) {
        if (e.is(Errno.ENOENT) || e.is(Errno.ENOTDIR)) {
            return "there is no such file; is the server running?";
        }
        if (e.is(Errno.ECONNREFUSED)) {
            return "nobody answers there; is the server running?";
        }
        if (e.is(Errno.EACCES)) {
            return "permission denied for " + BindFailure.self();
        }
        if (e.is(Errno.EPROTOTYPE)) {
            return "a socket of another type is there; try unixs";
        }
        return String.valueOf(e.getMessage());
    }

    /// Before it was connected anybody could have sent something; nobody else can from now on.
    private static void dropStrangers(Libc libc, LinuxDatagramSocket socket) {
        var batch = new ReceiveBatch(libc, 1, 1);
        while (socket.receive(batch) > 0) {}
    }
}
