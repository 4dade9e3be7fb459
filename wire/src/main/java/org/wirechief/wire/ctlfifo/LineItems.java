package org.wirechief.wire.ctlfifo;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Elements;
import org.wirechief.core.Members;
import org.wirechief.core.Octets;

/// The inside of a struct or an array within a line: items joined by commas, `name:value` in a
/// struct. What nests stands between `\{` and `\}` or `\[` and `\]`: plain text never has a bare
/// backslash, so the marks cannot be mistaken for it.
final class LineItems implements Members, Elements {
    /// Hostile depth must cost nothing.
    static final int MAX_DEPTH = 64;

    private final LineOutput out;
    private final int depth;
    private boolean any;

    LineItems(LineOutput out, int depth) {
        this.out = out;
        this.depth = depth;
    }

    @Override
    public void add(long value) {
        item(null, () -> out.integer(value));
    }

    @Override
    public void add(double value) {
        item(null, () -> out.real(value));
    }

    @Override
    public void add(boolean value) {
        add(value ? 1L : 0L);
    }

    @Override
    public void add(Octets text) {
        item(null, () -> out.item(text));
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
        nested(null, '{', '}', body);
    }

    @Override
    public void array(Consumer<? super Elements> body) {
        nested(null, '[', ']', body);
    }

    @Override
    public void put(Octets name, long value) {
        item(name, () -> out.integer(value));
    }

    @Override
    public void put(Octets name, double value) {
        item(name, () -> out.real(value));
    }

    @Override
    public void put(Octets name, boolean value) {
        put(name, value ? 1L : 0L);
    }

    @Override
    public void put(Octets name, Octets text) {
        item(name, () -> out.item(text));
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
        nested(name, '{', '}', body);
    }

    @Override
    public void array(Octets name, Consumer<? super Elements> body) {
        nested(name, '[', ']', body);
    }

    private void nested(@Nullable Octets name, char open, char close, Consumer<? super LineItems> body) {
        if (depth == MAX_DEPTH) {
            out.tooDeep(depth);
        }
        item(name, () -> {
            out.mark(open);
            try {
                body.accept(new LineItems(out, depth + 1));
            } finally {
                // a command may go on without what it could not finish
                out.mark(close);
            }
        });
    }

    private void item(@Nullable Octets name, Runnable value) {
        if (!out.isOpen()) {
            return;
        }
        if (any) {
            out.append(',');
        }
        any = true;
        if (name != null) {
            out.item(name);
            out.append(':');
        }
        value.run();
    }
}
