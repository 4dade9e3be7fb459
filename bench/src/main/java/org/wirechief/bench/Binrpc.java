package org.wirechief.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcAnswer;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.PacketHeader;

/// `ctl`'s own language (spec ctl §2). A body is the records of a reply.
record Binrpc() implements Dialect {
    private static final int COOKIE_BYTES = 4;

    @Override
    public CookieForm cookies() {
        return CookieForm.BINARY;
    }

    @Override
    public List<String> cheapest() {
        return List.of("core.echo", "hello");
    }

    @Override
    public byte[] request(String method, List<String> args) {
        ReplyBuffer packet = new ReplyBuffer();
        BinrpcCall.write(
                packet,
                Cookies.SAMPLE,
                Octets.of(method),
                args.stream().map(Value::of).toList());
        return Arrays.copyOf(packet.bytes(), packet.size());
    }

    /// Written by hand: what judges a server is not the code it runs.
    @Override
    public byte[] reply(byte[] body) {
        int lengthBytes = body.length == 0 ? 1 : (39 - Integer.numberOfLeadingZeros(body.length)) / 8;
        int head = 2 + lengthBytes;
        byte[] reply = new byte[head + COOKIE_BYTES + body.length];
        reply[0] = (byte) 0xA1;
        reply[1] = (byte) (1 << 4 | (lengthBytes - 1) << 2 | (COOKIE_BYTES - 1));
        for (int i = 0; i < lengthBytes; i++) {
            reply[2 + i] = (byte) (body.length >>> (8 * (lengthBytes - 1 - i)));
        }
        cookies().put(CookieForm.over(reply), head, Cookies.SAMPLE);
        System.arraycopy(body, 0, reply, head + COOKIE_BYTES, body.length);
        return reply;
    }

    @Override
    public int cookieAt(byte[] packet) {
        return whole(packet, 0, packet.length).headerLength() - COOKIE_BYTES;
    }

    @Override
    public int length(byte[] bytes, int from, int to) throws ProtocolError {
        PacketHeader header = PacketHeader.read(bytes, from, to);
        return header == null || header.packetLength() > to - from ? 0 : header.packetLength();
    }

    @Override
    public int cookie(byte[] bytes, int from, int to) {
        return whole(bytes, from, to).cookie();
    }

    @Override
    public byte[] body(byte[] bytes, int from, int to) throws IOException {
        PacketHeader header = whole(bytes, from, to);
        try {
            if (BinrpcAnswer.read(bytes, from, header) instanceof BinrpcAnswer.Result) {
                return Arrays.copyOfRange(bytes, from + header.headerLength(), to);
            }
        } catch (ProtocolError e) {
            // described below
        }
        throw new IOException(describe(bytes, from, to));
    }

    @Override
    public String describe(byte[] bytes, int from, int to) {
        try {
            return switch (BinrpcAnswer.read(bytes, from, whole(bytes, from, to))) {
                case BinrpcAnswer.Failed(int code, var reason) -> "fault " + code + ": " + reason;
                case BinrpcAnswer.Result(var values) -> "a reply with another body: " + values;
            };
        } catch (ProtocolError e) {
            return "a packet that is no reply: " + e.getMessage();
        }
    }

    private static PacketHeader whole(byte[] packet, int from, int to) {
        try {
            PacketHeader header = PacketHeader.read(packet, from, to);
            if (header != null) {
                return header;
            }
        } catch (ProtocolError e) {
            throw new AssertionError("it was a whole packet", e);
        }
        throw new AssertionError("it was a whole packet");
    }
}
