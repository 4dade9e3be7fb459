package org.wirechief.wire.ctlfifo;

import java.util.function.Consumer;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// A struct as Kamailio 5.6.3 writes it (spec ctl §10.3): members backwards, each nested struct at
/// the end of the whole answer behind its name. Arrays, which it cannot write, are written as they
/// are meant.
final class CompatMembers implements Members {
    private final LineOutput out;
    private final int start;

    CompatMembers(LineOutput out) {
        this.out = out;
        this.start = out.buffer().size();
    }

    @Override
    public void put(Octets name, long value) {
        member(name, scratch -> scratch.integer(value));
    }

    @Override
    public void put(Octets name, double value) {
        member(name, scratch -> scratch.real(value));
    }

    @Override
    public void put(Octets name, boolean value) {
        put(name, value ? 1L : 0L);
    }

    @Override
    public void put(Octets name, Octets text) {
        member(name, scratch -> scratch.item(text));
    }

    @Override
    public void nil(Octets name) {
        put(name, LineOutput.NULL_TEXT);
    }

    @Override
    public void blob(Octets name, Octets bytes) {
        put(name, bytes);
    }

    @Override
    public void struct(Octets name, Consumer<? super Members> body) {
        ReplyBuffer buffer = out.buffer();
        if (buffer.size() > start && buffer.bytes()[buffer.size() - 1] != ':') {
            out.append(',');
        }
        out.item(name);
        out.append(':');
        if (out.isOpen()) {
            body.accept(new CompatMembers(out));
        }
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        member(name, scratch -> new LineItems(scratch, 0).array(body));
    }

    private void member(Octets name, Consumer<LineOutput> value) {
        if (!out.isOpen()) {
            return;
        }
        ReplyBuffer text = new ReplyBuffer();
        LineOutput scratch = out.into(text);
        scratch.item(name);
        scratch.append(':');
        value.accept(scratch);
        if (out.buffer().size() > start) {
            scratch.append(',');
        }
        out.insert(start, text);
    }
}
