package org.wirechief.wire.ctlfifo;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;

/// Requests and answers as text, a byte a character.
final class Lines {
    static final Origin ORIGIN = new Origin("ctl", "fifo", "test", Access.ADMIN);
    static final CtlFifoRules COMPAT = CtlFifoRules.DEFAULTS.withCompat(true);

    private Lines() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(ReplyBuffer buffer) {
        return new String(buffer.bytes(), 0, buffer.size(), StandardCharsets.ISO_8859_1);
    }

    /// The first request of some bytes.
    static CtlFifoRequest request(String text, CtlFifoRules rules) throws ProtocolError {
        byte[] bytes = bytes(text);
        CtlFifoFrame frame = CtlFifoFrame.next(bytes, 0, bytes.length, rules);
        if (frame == null) {
            throw new AssertionError("no whole request: " + text);
        }
        return CtlFifoRequest.of(bytes, frame, bytes.length, ORIGIN, rules);
    }

    static Args args(String lines) throws ProtocolError {
        return request(":c:\n" + lines + "\n", CtlFifoRules.DEFAULTS).args();
    }

    static String answer(Consumer<Reply> command) {
        return answer(CtlFifoRules.DEFAULTS, command);
    }

    static String answer(CtlFifoRules rules, Consumer<Reply> command) {
        ReplyBuffer out = new ReplyBuffer();
        command.accept(new CtlFifoReply(out, rules));
        return text(out);
    }
}
