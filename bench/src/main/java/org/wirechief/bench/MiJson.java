package org.wirechief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcCall;
import org.wirechief.wire.jsonrpc.JsonRpcParams;

/// JSON-RPC as MI modules speak it from 3.0 on (spec mi-json §6). The cookie is the `id`; a body is
/// the `result`, and replies are compact: `{"jsonrpc":"2.0","result":...,"id":1073741824}`.
record MiJson() implements Dialect {
    private static final byte[] HEAD = ascii("{\"jsonrpc\":\"2.0\",\"result\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] TAIL = ascii(",\"id\":" + Cookies.SAMPLE + "}");

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public CookieForm cookies() {
        return CookieForm.DECIMAL;
    }

    @Override
    public List<String> cheapest() {
        return List.of("version");
    }

    @Override
    public byte[] request(String method, List<String> args) {
        ReplyBuffer packet = new ReplyBuffer();
        List<Value> values = args.stream().map(Value::of).toList();
        JsonRpcCall.write(packet, Cookies.SAMPLE, Octets.of(method), new JsonRpcParams.Positional(values));
        return Arrays.copyOf(packet.bytes(), packet.size());
    }

    @Override
    public byte[] reply(byte[] body) {
        byte[] reply = Arrays.copyOf(HEAD, HEAD.length + body.length + TAIL.length);
        System.arraycopy(body, 0, reply, HEAD.length, body.length);
        System.arraycopy(TAIL, 0, reply, HEAD.length + body.length, TAIL.length);
        return reply;
    }

    @Override
    public int cookieAt(byte[] packet) {
        int at = idAt(packet, 0, packet.length);
        if (at < 0) {
            throw new AssertionError("it has an id");
        }
        return at;
    }

    /// Behind the last `,"id":`, or -1. What a request carries before its id holds none: quotes in
    /// it are escaped.
    private static int idAt(byte[] bytes, int from, int to) {
        int last = to - ID.length - CookieForm.DECIMAL.length();
        for (int at = last; at >= from; at--) {
            if (Arrays.equals(bytes, at, at + ID.length, ID, 0, ID.length)) {
                return at + ID.length;
            }
        }
        return -1;
    }

    @Override
    public int length(byte[] bytes, int from, int to) throws ProtocolError {
        if (from < to && bytes[from] != '{') {
            throw new ProtocolError("no JSON object");
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            byte octet = bytes[at];
            if (quoted) {
                at += octet == '\\' ? 1 : 0;
                quoted = octet != '"';
            } else if (octet == '"') {
                quoted = true;
            } else if (octet == '{') {
                depth++;
            } else if (octet == '}' && --depth == 0) {
                return at + 1 - from;
            }
        }
        return 0;
    }

    @Override
    public int cookie(byte[] bytes, int from, int to) {
        int at = idAt(bytes, from, to);
        return at < 0 ? Cookies.NONE : CookieForm.DECIMAL.get(CookieForm.over(bytes), at);
    }

    @Override
    public byte[] body(byte[] bytes, int from, int to) throws IOException {
        int end = to - TAIL.length;
        if (end <= from + HEAD.length
                || !Arrays.equals(bytes, from, from + HEAD.length, HEAD, 0, HEAD.length)
                || !Arrays.equals(bytes, end, to, TAIL, 0, TAIL.length)) {
            throw new IOException(describe(bytes, from, to));
        }
        return Arrays.copyOfRange(bytes, from + HEAD.length, end);
    }

    @Override
    public String describe(byte[] bytes, int from, int to) {
        return "another reply: " + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
