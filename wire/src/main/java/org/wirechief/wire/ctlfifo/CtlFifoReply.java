package org.wirechief.wire.ctlfifo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.wire.ReplyBuffer;

/// An answer that writes its lines straight into the bytes to be sent: the status line, then a line
/// for each value (spec ctl §10.3). A fault goes back to where it began and is one line.
///
/// A struct is one line of `name:value` joined by commas; what nests in it is marked
/// ([LineItems]). An array is a line of its own. True is 1, false 0; nothing is `<null string>`;
/// rows are a struct each.
///
/// Write it, then [#finish()] once. Not for use by several threads.
public final class CtlFifoReply implements Reply {
    private final ReplyBuffer buffer;
    private final CtlFifoRules rules;
    private final int start;
    private final LineOutput out;
    private final List<Runnable> actions = new ArrayList<>(0);
    private boolean fault;
    private boolean finished;

    /// Begins an answer at the end of `buffer`.
    public CtlFifoReply(ReplyBuffer buffer, CtlFifoRules rules) {
        this.buffer = buffer;
        this.rules = rules;
        this.start = buffer.size();
        CtlFifoFault.ok(buffer);
        this.out = new LineOutput(
                buffer, rules.maxReply(), rules.compat(), what -> fault(500, "Internal Server Error: " + what));
    }

    /// Ends the answer: what a command adds when it has returned would be in somebody else's.
    public void finish() {
        finished = true;
        out.end();
    }

    /// What to do once the answer was sent or could not be, in order.
    public List<Runnable> afterSend() {
        return List.copyOf(actions);
    }

    @Override
    public boolean isFault() {
        return fault;
    }

    @Override
    public void add(long value) {
        out.integer(value);
        out.append('\n');
    }

    @Override
    public void add(double value) {
        out.real(value);
        out.append('\n');
    }

    @Override
    public void add(boolean value) {
        add(value ? 1L : 0L);
    }

    @Override
    public void add(Octets text) {
        out.line(text);
        out.append('\n');
    }

    @Override
    public void nil() {
        add(LineOutput.NULL_TEXT);
    }

    @Override
    public void blob(Octets bytes) {
        add(bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        if (out.isOpen()) {
            try {
                body.accept(rules.compat() ? new CompatMembers(out) : new LineItems(out, 0));
            } finally {
                out.append('\n');
            }
        }
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        if (out.isOpen()) {
            try {
                new LineItems(out, 0).array(body);
            } finally {
                out.append('\n');
            }
        }
    }

    /// A line like any other; with `compat`, without its end.
    @Override
    public void line(Octets text) {
        out.line(text);
        if (!rules.compat()) {
            out.append('\n');
        }
    }

    @Override
    public void fault(int code, String reason) {
        if (!fault && !finished) {
            out.end();
            buffer.truncate(start);
            CtlFifoFault.write(buffer, code, Objects.requireNonNullElse(reason, ""), rules);
            // not before: where it cannot be written, another one can
            fault = true;
        }
    }

    @Override
    public void afterSend(Runnable action) {
        actions.add(action);
    }
}
