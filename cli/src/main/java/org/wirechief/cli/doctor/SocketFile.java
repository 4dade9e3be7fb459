package org.wirechief.cli.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is behind the file of a socket, found out by connecting to it: the kernel's list has the
/// name that a socket was bound as, and this project's server moves its own from there to their
/// place.
enum SocketFile {
    STREAM,
    DATAGRAM,
    /// The server that made it has ended.
    NOBODY,
    /// This user may not know.
    UNKNOWN;

    /// Says nothing over the connection.
    static SocketFile at(Path file) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.configureBlocking(false);
            channel.connect(UnixDomainSocketAddress.of(file));
            return STREAM;
        } catch (ConnectException e) {
            return NOBODY;
        } catch (IOException e) {
            if (!Files.isWritable(file)) {
                return UNKNOWN;
            }
            // a stream whose backlog is full, or the wrong type
            return String.valueOf(e.getMessage()).contains("temporarily unavailable") ? STREAM : DATAGRAM;
        }
    }
}
