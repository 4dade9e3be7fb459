package org.wirechief.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.PacketHeader;

/// One request, to be sent many times with different cookies, and the body its replies must have.
///
/// Immutable.
final class Exchange {
    /// Fits into a stream's 65535 bytes and into a datagram (spec ctl §7.1).
    static final int LONGEST_REQUEST = 60_000;

    private static final int COOKIE_BYTES = 4;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NONE = {};

    private final String text;
    private final byte[] request;
    private final int requestCookie;
    private final byte[] replyHead;
    private final byte[] replyBody;

    private Exchange(String text, byte[] request, int requestCookie, byte[] replyBody) {
        this.text = text;
        this.request = request;
        this.requestCookie = requestCookie;
        this.replyHead = replyHead(replyBody.length);
        this.replyBody = replyBody;
    }

    /// A request whose reply is not known yet: [#expecting] makes one that is.
    ///
    /// @param args sent as text
    /// @throws IllegalArgumentException when the packet is longer than a server must take
    static Exchange asking(String method, List<String> args) {
        ReplyBuffer packet = new ReplyBuffer();
        BinrpcCall.write(
                packet,
                Cookies.SAMPLE,
                Octets.of(method),
                args.stream().map(Value::of).toList());
        if (packet.size() > LONGEST_REQUEST) {
            throw new IllegalArgumentException(
                    "the request has " + packet.size() + " bytes; allowed are " + LONGEST_REQUEST);
        }
        byte[] bytes = Arrays.copyOf(packet.bytes(), packet.size());
        int head = header(bytes).headerLength();
        String text = args.isEmpty() ? method : method + " " + String.join(" ", args);
        return new Exchange(text, bytes, head - COOKIE_BYTES, NONE);
    }

    /// The same request, whose replies must have this body, byte for byte.
    Exchange expecting(byte[] body) {
        return new Exchange(text, request, requestCookie, body.clone());
    }

    /// What is asked, as an operator would type it.
    String text() {
        return text;
    }

    int requestLength() {
        return request.length;
    }

    int replyLength() {
        return replyHead.length + COOKIE_BYTES + replyBody.length;
    }

    byte[] expectedBody() {
        return replyBody.clone();
    }

    void putRequest(ByteBuffer out, int cookie) {
        int at = out.position();
        out.put(request).putInt(at + requestCookie, cookie);
    }

    /// The right reply but for its cookie.
    void putReply(byte[] to, int at) {
        System.arraycopy(replyHead, 0, to, at, replyHead.length);
        System.arraycopy(replyBody, 0, to, at + replyHead.length + COOKIE_BYTES, replyBody.length);
    }

    void putReplyCookie(byte[] to, int at, int cookie) {
        INT.set(to, at + replyHead.length, cookie);
    }

    /// Whether the right reply, to whatever cookie, stands at `at`.
    boolean isReply(byte[] bytes, int at, int to) {
        int body = at + replyHead.length + COOKIE_BYTES;
        return to - at >= replyLength()
                && Arrays.equals(bytes, at, at + replyHead.length, replyHead, 0, replyHead.length)
                && Arrays.equals(bytes, body, body + replyBody.length, replyBody, 0, replyBody.length);
    }

    /// The cookie of the reply for which [#isReply] is true.
    int cookieAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at + replyHead.length);
    }

    /// A successful reply's bytes before the cookie (spec ctl §2), which is four bytes.
    private static byte[] replyHead(int bodyLength) {
        int lengthBytes = bodyLength == 0 ? 1 : (39 - Integer.numberOfLeadingZeros(bodyLength)) / 8;
        byte[] head = new byte[2 + lengthBytes];
        head[0] = (byte) 0xA1;
        head[1] = (byte) (1 << 4 | (lengthBytes - 1) << 2 | (COOKIE_BYTES - 1));
        for (int i = 0; i < lengthBytes; i++) {
            head[2 + i] = (byte) (bodyLength >>> (8 * (lengthBytes - 1 - i)));
        }
        return head;
    }

    private static PacketHeader header(byte[] packet) {
        try {
            PacketHeader header = PacketHeader.read(packet, 0, packet.length);
            if (header != null) {
                return header;
            }
        } catch (ProtocolError e) {
            throw new AssertionError("the client's side wrote what it cannot read", e);
        }
        throw new AssertionError("the client's side wrote half a packet");
    }
}
