package org.wirechief.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.DatagramDial;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.PacketHeader;

/// BINRPC over datagrams. An answer may come in several, of which only the first has a header; they
/// are put together until its length is reached (spec ctl §7.6). What is no answer to this request,
/// such as one that came too late for the request before, is passed over.
final class BinrpcDatagramLink implements BinrpcLink {
    /// The longest datagram there is.
    private static final int DATAGRAM = 65535;

    private final DatagramDial socket;
    private byte[] bytes = new byte[DATAGRAM];

    BinrpcDatagramLink(DatagramDial socket) {
        this.socket = socket;
    }

    @Override
    public RawAnswer exchange(String node, String command, int cookie, ReplyBuffer request, Duration deadline)
            throws IOException, ProtocolError {
        long end = System.nanoTime() + deadline.toNanos();
        socket.send(request.bytes(), 0, request.size(), deadline);
        int filled = 0;
        PacketHeader header = null;
        while (header == null || filled < header.packetLength()) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, filled + DATAGRAM));
            int got = receive(node, command, filled, header, end);
            if (header == null) {
                header = answering(node, command, cookie, got);
                filled = header == null ? 0 : got;
            } else {
                filled += got;
            }
        }
        var answer = new RawAnswer(cookie, Arrays.copyOf(bytes, filled));
        bytes = bytes.length > DATAGRAM ? new byte[DATAGRAM] : bytes;
        return answer;
    }

    private int receive(String node, String command, int filled, @Nullable PacketHeader header, long end)
            throws IOException {
        try {
            return socket.receive(bytes, filled, filled + DATAGRAM, BinrpcLink.left(end));
        } catch (SocketTimeoutException e) {
            if (header == null) {
                throw e;
            }
            String what = "of " + header.packetLength() + " bytes announced " + filled
                    + " came: a datagram of the answer was lost";
            throw new BrokenReply(node, command, BrokenReply.Kind.INCOMPLETE, what);
        }
    }

    /// The header of the answer to `cookie`, or null when these bytes are something else.
    private @Nullable PacketHeader answering(String node, String command, int cookie, int length) throws BrokenReply {
        PacketHeader header;
        try {
            header = PacketHeader.read(bytes, 0, length);
        } catch (ProtocolError e) {
            return null;
        }
        if (header == null || header.kind() == PacketHeader.Kind.REQUEST || header.cookie() != cookie) {
            return null;
        }
        BinrpcLink.check(node, command, header, cookie);
        return header;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
    }
}
