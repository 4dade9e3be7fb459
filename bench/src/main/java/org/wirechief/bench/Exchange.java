package org.wirechief.bench;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// One request, to be sent many times with different cookies, and what its replies must be, byte
/// for byte. Immutable.
final class Exchange {
    /// Fits into a stream's 65535 bytes and into a datagram (spec ctl §7.1).
    static final int LONGEST_REQUEST = 60_000;

    private static final byte[] NONE = {};

    private final Dialect dialect;
    private final String text;
    private final byte[] request;
    private final int requestCookie;
    private final byte[] body;
    private final byte[] reply;
    private final int replyCookie;

    private Exchange(Dialect dialect, String text, byte[] request, byte[] body) {
        this.dialect = dialect;
        this.text = text;
        this.request = request;
        this.requestCookie = dialect.cookieAt(request);
        this.body = body;
        this.reply = dialect.reply(body);
        this.replyCookie = dialect.cookieAt(reply);
    }

    /// A request whose reply is not known yet: [#expecting] makes one that is.
    ///
    /// @param args sent as text
    /// @throws IllegalArgumentException when the request is longer than a server must take
    static Exchange asking(Dialect dialect, String method, List<String> args) {
        byte[] request = dialect.request(method, args);
        if (request.length > LONGEST_REQUEST) {
            throw new IllegalArgumentException(
                    "the request has " + request.length + " bytes; allowed are " + LONGEST_REQUEST);
        }
        String text = args.isEmpty() ? method : method + " " + String.join(" ", args);
        return new Exchange(dialect, text, request, NONE);
    }

    /// The same of a command and its arguments, or when there is none of the cheapest command a
    /// language has.
    static Exchange asking(Dialect dialect, List<String> words) {
        List<String> call = words.isEmpty() ? dialect.cheapest() : words;
        return asking(dialect, call.getFirst(), call.subList(1, call.size()));
    }

    /// The same request, whose replies must have this body, byte for byte.
    Exchange expecting(byte[] body) {
        return new Exchange(dialect, text, request, body.clone());
    }

    Dialect dialect() {
        return dialect;
    }

    /// What is asked, as an operator would type it.
    String text() {
        return text;
    }

    int requestLength() {
        return request.length;
    }

    int replyLength() {
        return reply.length;
    }

    byte[] expectedBody() {
        return body.clone();
    }

    void putRequest(ByteBuffer out, int cookie) {
        int at = out.position();
        dialect.cookies().put(out.put(request), at + requestCookie, cookie);
    }

    /// The right reply to that cookie.
    void putReply(ByteBuffer out, int at, int cookie) {
        out.put(at, reply);
        putReplyCookie(out, at, cookie);
    }

    void putReplyCookie(ByteBuffer out, int at, int cookie) {
        dialect.cookies().put(out, at + replyCookie, cookie);
    }

    /// Whether the right reply, to whatever cookie, stands at `at`.
    boolean isReply(byte[] bytes, int at, int to) {
        int behind = replyCookie + dialect.cookies().length();
        return to - at >= reply.length
                && Arrays.equals(bytes, at, at + replyCookie, reply, 0, replyCookie)
                && Arrays.equals(bytes, at + behind, at + reply.length, reply, behind, reply.length);
    }

    /// The cookie of the reply for which [#isReply] is true.
    int cookieAt(byte[] bytes, int at) {
        return dialect.cookies().get(CookieForm.over(bytes), at + replyCookie);
    }
}
