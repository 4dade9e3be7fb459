package org.wirechief.wire.ctlfifo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The parameters of a request, a line each. All are text, and a number where one is wanted and
/// the line spells one.
final class CtlFifoArgs implements Args {
    private final LineCursor cursor;

    CtlFifoArgs(LineCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        return cursor.hasNext();
    }

    /// The next line, an integer of 64 bits.
    @Override
    public long integer() {
        return taken(LineNumber.integer(next(cursor, false)));
    }

    @Override
    public double real() {
        return taken(LineNumber.real(next(cursor, false)));
    }

    @Override
    public Octets octets() {
        Octets text = next(cursor, false);
        cursor.advance();
        return text;
    }

    /// The next line as text: a line says of no other type.
    @Override
    public Value value() {
        return new Value.Text(octets());
    }

    @Override
    public Args converting() {
        return this;
    }

    @Override
    public Args at(int index) {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        if (index < cursor.count()) {
            cursor.rewind();
        }
        while (cursor.count() < index) {
            requireNext(cursor);
            cursor.advance();
        }
        return this;
    }

    private <N> N taken(@Nullable N number) {
        if (number == null) {
            throw invalid(cursor);
        }
        cursor.advance();
        return number;
    }

    /// The text of the next line; the cursor stays before it.
    static Octets next(LineCursor cursor, boolean compat) {
        requireNext(cursor);
        Octets text = LineText.unescaped(cursor.bytes(), cursor.position(), cursor.textEnd(), compat);
        if (text == null) {
            throw invalid(cursor);
        }
        return text;
    }

    static Fault invalid(LineCursor cursor) {
        return Fault.aboutArgument(400, "Invalid parameter value on line " + cursor.number());
    }

    private static void requireNext(LineCursor cursor) {
        if (!cursor.hasNext()) {
            throw Fault.aboutArgument(400, "Too few parameters: line " + cursor.number() + " is missing");
        }
    }
}
