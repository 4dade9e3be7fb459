package org.wirechief.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.binrpc.BinrpcAnswer;
import org.wirechief.wire.binrpc.PacketHeader;

/// Asks once and keeps the reply.
final class Probe implements Conversation {
    private final Exchange exchange;
    private boolean sent;
    private byte @Nullable [] body;
    private @Nullable String complaint;

    Probe(Exchange exchange) {
        this.exchange = exchange;
    }

    boolean isDone() {
        return body != null || complaint != null;
    }

    /// The reply's body.
    ///
    /// @throws IOException when there is none, saying what came instead
    byte[] body() throws IOException {
        if (body == null) {
            throw new IOException(exchange.text() + ": " + (complaint == null ? "no reply came in time" : complaint));
        }
        return body;
    }

    @Override
    public int longestPacket() {
        return exchange.requestLength();
    }

    @Override
    public int outstanding() {
        return 1;
    }

    @Override
    public boolean wantsToSend() {
        return !sent;
    }

    @Override
    public void request(ByteBuffer out, long now) {
        exchange.putRequest(out, Cookies.SAMPLE);
        sent = true;
    }

    @Override
    public int received(byte[] bytes, int from, int to, long now) throws ProtocolError {
        PacketHeader header = PacketHeader.read(bytes, from, to);
        if (header == null || header.packetLength() > to - from) {
            return 0;
        }
        if (header.cookie() != Cookies.SAMPLE) {
            complaint = "a reply with another cookie";
        } else {
            switch (BinrpcAnswer.read(bytes, from, header)) {
                case BinrpcAnswer.Result _ -> {
                    int at = from + header.headerLength();
                    body = Arrays.copyOfRange(bytes, at, at + header.bodyLength());
                }
                case BinrpcAnswer.Failed(int code, var reason) -> complaint = "fault " + code + ": " + reason;
            }
        }
        return header.packetLength();
    }

    @Override
    public void broken(String why) {
        complaint = why;
    }

    @Override
    public void ended(String why) {
        complaint = why;
    }
}
