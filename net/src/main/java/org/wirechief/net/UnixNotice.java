package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.UnixName;

/// Sends a single Unix datagram that wants no answer, as a service tells its manager how it is.
/// Never waits: a receiver that has no room is told nothing.
public final class UnixNotice {
    private UnixNotice() {}

    /// Sends it from a socket without a name.
    ///
    /// @param socket the receiver: a path, or an abstract name with `@` before it
    /// @param message at least one byte
    /// @throws IOException saying who could not be told, and why
    /// @throws IllegalArgumentException if that cannot be the name of a socket
    public static void send(String socket, byte[] message) throws IOException {
        UnixName name = socket.startsWith("@")
                ? UnixName.abstractName(UnixPaths.bytes(socket.substring(1)))
                : UnixPaths.name(Path.of(socket));
        try (var libc = new Libc()) {
            var sender = LinuxDatagramSocket.unix(libc);
            try {
                send(libc, sender, name, message);
            } finally {
                sender.close(libc);
            }
        } catch (LinuxException e) {
            throw new IOException("cannot send to " + name + ": " + e.getMessage(), e);
        }
    }

    private static void send(Libc libc, LinuxDatagramSocket sender, UnixName name, byte[] message) throws IOException {
        var batch = new SendBatch(libc, 1, message.length);
        batch.add(name, message, 0, message.length);
        int answer = sender.send(batch, 0, 1);
        if (answer < 0) {
            throw new IOException("cannot send to " + name + ": " + Errno.describe(answer));
        }
    }
}
