package org.wirechief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.mitext.MiTextCall;

/// What `mi_datagram` speaks up to 2.4 (spec mi-text §2, §3). Nothing tells which request a reply
/// belongs to; a datagram is one reply. A body is what follows the status line.
record MiText() implements Dialect {
    private static final byte[] OK = "200 OK\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public CookieForm cookies() {
        return CookieForm.NONE;
    }

    @Override
    public List<String> cheapest() {
        return List.of("version");
    }

    @Override
    public byte[] request(String method, List<String> args) {
        ReplyBuffer packet = new ReplyBuffer();
        MiTextCall.write(packet, Octets.of(method), args.stream().map(Value::of).toList());
        return Arrays.copyOf(packet.bytes(), packet.size());
    }

    @Override
    public byte[] reply(byte[] body) {
        byte[] reply = Arrays.copyOf(OK, OK.length + body.length);
        System.arraycopy(body, 0, reply, OK.length, body.length);
        return reply;
    }

    @Override
    public int cookieAt(byte[] packet) {
        return packet.length;
    }

    @Override
    public int length(byte[] bytes, int from, int to) {
        return to - from;
    }

    @Override
    public int cookie(byte[] bytes, int from, int to) {
        return Cookies.NONE;
    }

    @Override
    public byte[] body(byte[] bytes, int from, int to) throws IOException {
        if (to - from < OK.length || !Arrays.equals(bytes, from, from + OK.length, OK, 0, OK.length)) {
            throw new IOException(describe(bytes, from, to));
        }
        return Arrays.copyOfRange(bytes, from + OK.length, to);
    }

    @Override
    public String describe(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return "another reply: " + text.strip().replace('\n', '|');
    }
}
