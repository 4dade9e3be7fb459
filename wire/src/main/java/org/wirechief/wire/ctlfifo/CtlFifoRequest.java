package org.wirechief.wire.ctlfifo;

import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;

/// A request as a call. Its parameters stay where they came until a command asks for them, so it is
/// valid as long as the array it was read from keeps its content. One thread at a time.
public final class CtlFifoRequest implements Call {
    private final Octets command;
    private final Octets replyName;
    private final Origin origin;
    private final CtlFifoRules rules;
    private final LineCursor cursor;
    private final int end;
    private Args args;

    private CtlFifoRequest(
            Octets command, Octets replyName, Origin origin, CtlFifoRules rules, LineCursor cursor, int end) {
        this.command = command;
        this.replyName = replyName;
        this.origin = origin;
        this.rules = rules;
        this.cursor = cursor;
        this.end = end;
        this.args = new CtlFifoArgs(cursor);
    }

    /// Reads the command line of a whole request: a colon, the command, a colon, the name of the
    /// reply FIFO, which may be empty and may hold further colons.
    ///
    /// @param to behind what was received; Kamailio reads on into the next request
    /// @throws ProtocolError when the line is none, or the name holds a dot, a slash or a
    ///     backslash; its message is the text of the fault 400 to answer
    public static CtlFifoRequest of(byte[] bytes, CtlFifoFrame frame, int to, Origin origin, CtlFifoRules rules)
            throws ProtocolError {
        boolean compat = rules.compat();
        LineCursor lines = new LineCursor(bytes, frame.start(), frame.end(), !compat);
        int lineEnd = lines.textEnd();
        int colon = secondColon(bytes, frame.start(), lineEnd);
        Octets reply = Octets.copyOf(bytes, colon + 1, lineEnd);
        requireAllowed(reply);
        lines.advance();
        int params = lines.position();
        int last = compat ? to : frame.end() - 1;
        LineCursor cursor = new LineCursor(bytes, params, Math.max(params, last), !compat);
        Octets command = Octets.copyOf(bytes, frame.start() + 1, colon);
        return new CtlFifoRequest(command, reply, origin, rules, cursor, frame.end());
    }

    private static int secondColon(byte[] bytes, int start, int end) throws ProtocolError {
        if (start == end || bytes[start] != ':') {
            throw new ProtocolError("a request begins with :command:reply-fifo, its first line has no colon");
        }
        int colon = start + 1;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        if (colon == end) {
            throw new ProtocolError("a request begins with :command:reply-fifo, its second colon is missing");
        }
        if (colon == start + 1) {
            throw new ProtocolError("a request begins with :command:reply-fifo, its command is empty");
        }
        return colon;
    }

    private static void requireAllowed(Octets name) throws ProtocolError {
        for (int i = 0; i < name.length(); i++) {
            if (name.at(i) == '.' || name.at(i) == '/' || name.at(i) == '\\') {
                throw new ProtocolError("the name of a reply FIFO cannot hold a dot, a slash or a backslash");
            }
        }
    }

    /// The name of the reply FIFO without its directory; empty for none.
    public Octets replyName() {
        return replyName;
    }

    /// Tells which command will run: with `compat`, how lines are taken depends on what it needs.
    public void bind(CommandSpec spec) {
        if (rules.compat()) {
            args = new CompatArgs(cursor, spec.signatures().getFirst());
        }
    }

    /// Behind what was used of the bytes: the end of the request, or what of the next one Kamailio
    /// takes for parameters. To be asked when the command has run.
    public int usedTo() {
        return Math.max(end, cursor.position());
    }

    @Override
    public Octets command() {
        return command;
    }

    @Override
    public Args args() {
        return args;
    }

    @Override
    public Origin origin() {
        return origin;
    }
}
