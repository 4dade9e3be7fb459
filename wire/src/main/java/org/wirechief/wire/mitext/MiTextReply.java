package org.wirechief.wire.mitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Fault;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Rows;
import org.wirechief.wire.ReplyBuffer;

/// An answer as one text datagram: a status line, then nodes, a line each, which are written at
/// once. A fault takes them back. An answer that has no room becomes the fault
/// `500 Reply too large`, where the originals send nothing.
///
/// Values are written as they are, line feeds and quotes too. A struct is a node `name:: value` for
/// each member, what is inside it indented; an array is a node for each element, all of its name;
/// true is 1, false 0. Rows are a node each.
///
/// Write it, then [#finish()] once; until then nothing else may be written to the same buffer. Not
/// for use by several threads.
public final class MiTextReply implements Reply {
    private static final Octets SUCCESS = Octets.of("200 OK");
    private static final Octets TOO_LARGE = Octets.of("500 Reply too large");

    private final ReplyBuffer buffer;
    private final MiTextOptions options;
    private final NodeBuffer out;
    private final NodeWriter nodes;
    private final NodeElements top;
    private List<Runnable> actions = List.of();
    private boolean tooLarge;
    private boolean fault;
    private boolean finished;

    /// Whether the transport answers, not the command.
    private boolean isBare;

    /// Begins an answer at the end of `buffer`.
    public MiTextReply(ReplyBuffer buffer, MiTextOptions options) {
        this.buffer = buffer;
        this.options = options;
        this.out = new NodeBuffer(buffer, options.room());
        this.nodes = new NodeWriter(out, options.indent());
        this.top = new NodeElements(nodes, 0, null);
        status(SUCCESS);
    }

    /// Completes the datagram. What a command adds when it has returned would be in another one.
    public void finish() {
        fault = isFault();
        finished = true;
        if (out.isTooSmall()) {
            tooLarge = true;
            nodes.close();
            status(TOO_LARGE);
        }
        if (options.profile().endsWithEmptyLine() && !isBare) {
            buffer.append('\n');
        }
        nodes.close();
    }

    /// Whether the finished answer had no room, so that it says `500 Reply too large`.
    public boolean isTooLarge() {
        return tooLarge;
    }

    /// Whether the answer is the transport's own, [MiTextError], not the command's.
    public boolean isBare() {
        return isBare;
    }

    /// What to do once the datagram was sent or could not be, in order.
    public List<Runnable> afterSend() {
        return List.copyOf(actions);
    }

    @Override
    public void add(long value) {
        top.add(value);
    }

    @Override
    public void add(double value) {
        top.add(value);
    }

    @Override
    public void add(boolean value) {
        top.add(value);
    }

    @Override
    public void add(Octets text) {
        top.add(text);
    }

    @Override
    public void nil() {
        top.nil();
    }

    @Override
    public void blob(Octets bytes) {
        top.blob(bytes);
    }

    @Override
    public void struct(Consumer<? super Members> body) {
        top.struct(body);
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        top.array(body);
    }

    /// A node for each row, of the name `one`; of none when that is empty.
    @Override
    public void rows(String list, String one, Consumer<? super Rows> body) {
        NodeRow.all(nodes, 0, one, body);
    }

    @Override
    public void inText(Consumer<? super Reply> text, Consumer<? super Reply> otherwise) {
        text.accept(this);
    }

    @Override
    public void inOldText(Consumer<? super Reply> old, Consumer<? super Reply> now) {
        if (options.profile().writesOldText()) {
            old.accept(this);
        } else {
            now.accept(this);
        }
    }

    /// Whether the answer is a fault, also because it has no room.
    @Override
    public boolean isFault() {
        return finished ? fault : nodes.isClosed() || out.isTooSmall();
    }

    /// Code and reason make the status line; the code is printed without a sign
    /// (`writer/code-big`).
    @Override
    public void fault(int code, String reason) {
        if (!finished && !isFault()) {
            nodes.close();
            status(Octets.of(Integer.toUnsignedString(code) + " " + Objects.requireNonNullElse(reason, "")));
        }
    }

    /// A refusal says no more than `403 Forbidden`.
    @Override
    public void fault(Fault fault) {
        switch (fault.kind()) {
            case COMMAND, ARGUMENT, PARAMETER -> fault(fault.code(), fault.reason());
            case REFUSAL -> fault(fault.code(), "Forbidden");
        }
    }

    /// As [MiTextError#FAILED] (`writer/null-reply`).
    @Override
    public void internalError() {
        if (!finished && !isFault()) {
            nodes.close();
            isBare = true;
            status(Octets.of(MiTextError.FAILED.line(options.profile())));
        }
    }

    @Override
    public void afterSend(Runnable action) {
        if (actions.isEmpty()) {
            actions = new ArrayList<>();
        }
        actions.add(action);
    }

    private void status(Octets line) {
        out.clear();
        out.append(line);
        out.append('\n');
    }
}
