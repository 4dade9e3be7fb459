package org.wirechief.it.sidebyside;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// Plays exchanges on stream connections.
final class OverStream {
    /// Between writes, so that each is read by itself.
    private static final long PAUSE_NANOS = 5_000_000;

    private static final byte[] QUESTION = Packet.request(0x7eadbeef, "core.echo", "still there");
    private static final byte[] ANSWER = Packet.reply(0x7eadbeef, "still there");

    private OverStream() {}

    /// What comes until one more question is answered, or the server closes.
    static String thenAskedAgain(Exchange exchange, String address) throws IOException {
        try (RawStream stream = RawStream.to(address)) {
            if (write(exchange.writes(), stream)) {
                write(List.of(QUESTION), stream);
            }
            byte[] came = stream.receiveThrough(ANSWER);
            String hex = Packet.hex(came);
            return hex.endsWith(Packet.hex(ANSWER)) ? hex + " open" : hex + " closed";
        }
    }

    /// All that comes when the client says that it will send nothing more.
    static String thenHalfClosed(Exchange exchange, String address) throws IOException {
        try (RawStream stream = RawStream.to(address)) {
            if (write(exchange.writes(), stream)) {
                stream.halfClose();
            }
            return Packet.hex(stream.receiveAll());
        }
    }

    /// Whether the connection took all.
    private static boolean write(List<byte[]> writes, RawStream stream) {
        try {
            for (byte[] write : writes) {
                stream.send(write);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return true;
        } catch (IOException e) {
            // the server has closed, which the answer tells
            return false;
        }
    }
}
