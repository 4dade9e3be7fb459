package org.wirechief.client;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.StreamDial;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.PacketHeader;

/// BINRPC over a stream.
final class BinrpcStreamLink implements BinrpcLink {
    private static final int USUAL = 8192;
    private static final int KEPT = 1 << 20;

    private final StreamDial stream;
    private byte[] bytes = new byte[USUAL];

    BinrpcStreamLink(StreamDial stream) {
        this.stream = stream;
    }

    @Override
    public RawAnswer exchange(String node, String command, int cookie, ReplyBuffer request, Duration deadline)
            throws IOException, ProtocolError {
        long end = System.nanoTime() + deadline.toNanos();
        stream.write(request.bytes(), 0, request.size(), deadline);
        int filled = 0;
        PacketHeader header = null;
        while (header == null || filled < header.packetLength()) {
            int room = header == null ? bytes.length : header.packetLength();
            if (room > bytes.length) {
                bytes = Arrays.copyOf(bytes, room);
            }
            int read = stream.read(bytes, filled, room, BinrpcLink.left(end));
            if (read < 0) {
                throw new EOFException(lost(filled, header));
            }
            filled += read;
            if (header == null) {
                header = PacketHeader.read(bytes, 0, filled);
                BinrpcLink.check(node, command, header, cookie);
            }
        }
        if (filled > header.packetLength()) {
            throw new ProtocolError((filled - header.packetLength()) + " bytes follow the answer");
        }
        var answer = new RawAnswer(cookie, Arrays.copyOf(bytes, filled));
        if (bytes.length > KEPT) {
            bytes = new byte[USUAL];
        }
        return answer;
    }

    private static String lost(int filled, @Nullable PacketHeader header) {
        return "the node closed the connection after " + filled + " bytes of the answer"
                + (header == null ? "" : " of " + header.packetLength());
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
    }
}
