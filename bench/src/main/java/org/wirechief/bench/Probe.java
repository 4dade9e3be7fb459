package org.wirechief.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;

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
    public int longestRequest() {
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
        Dialect dialect = exchange.dialect();
        int length = dialect.length(bytes, from, to);
        if (length > 0) {
            take(dialect, bytes, from, from + length);
        }
        return length;
    }

    private void take(Dialect dialect, byte[] bytes, int from, int end) {
        try {
            byte[] found = dialect.body(bytes, from, end);
            byte[] whole = dialect.reply(found);
            if (Arrays.equals(whole, 0, whole.length, bytes, from, end)) {
                body = found;
            } else {
                complaint = "a reply with another cookie, or spelled otherwise than it should be";
            }
        } catch (IOException e) {
            complaint = e.getMessage();
        }
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
