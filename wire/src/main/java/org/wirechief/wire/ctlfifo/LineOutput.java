package org.wirechief.wire.ctlfifo;

import java.util.Locale;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// Values within lines, written into a buffer within a bound.
final class LineOutput {
    static final Octets NULL_TEXT = Octets.of("<null string>");

    /// What becomes of an answer that is too large or too deep.
    interface Limit {
        void exceeded(String what);
    }

    private final ReplyBuffer buffer;
    private final int last;
    private final boolean unsigned;
    private final Limit limit;
    private boolean open = true;

    /// @param max the most bytes from here on
    /// @param unsigned whether negative integers are written as unsigned ones of 64 bits
    LineOutput(ReplyBuffer buffer, int max, boolean unsigned, Limit limit) {
        this.buffer = buffer;
        this.last = (int) Math.min(Integer.MAX_VALUE, (long) buffer.size() + max);
        this.unsigned = unsigned;
        this.limit = limit;
    }

    /// Whether more is written; not once the bound was met.
    boolean isOpen() {
        return open;
    }

    /// Nothing more is to be written.
    void end() {
        open = false;
    }

    ReplyBuffer buffer() {
        return buffer;
    }

    /// The same manner of writing into a buffer of its own, whose content is to be inserted.
    LineOutput into(ReplyBuffer text) {
        return new LineOutput(text, Math.max(0, last - buffer.size()), unsigned, this::exceeded);
    }

    /// Puts what was written apart where it belongs.
    void insert(int at, ReplyBuffer text) {
        if (fits(text.size())) {
            buffer.insert(at, text.size());
            System.arraycopy(text.bytes(), 0, buffer.bytes(), at, text.size());
        }
    }

    void integer(long value) {
        text(unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    }

    void real(double value) {
        text(Double.isFinite(value) ? String.format(Locale.ROOT, "%f", value) : notFinite(value));
    }

    private static String notFinite(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }

    void line(Octets text) {
        if (fits(2L * text.length())) {
            LineText.line(buffer, text);
        }
    }

    void item(Octets text) {
        if (fits(2L * text.length())) {
            LineText.item(buffer, text);
        }
    }

    void mark(char bracket) {
        append('\\');
        append(bracket);
    }

    void append(char sign) {
        if (fits(1)) {
            buffer.append(sign);
        }
    }

    void tooDeep(int depth) {
        exceeded("an answer nests deeper than " + depth + " structs");
    }

    private void text(String digits) {
        if (fits(digits.length())) {
            buffer.append(Octets.of(digits));
        }
    }

    /// Escapes may double a text.
    private boolean fits(long bytes) {
        if (open && buffer.size() + bytes > last) {
            exceeded("an answer is larger than what one may be");
        }
        return open;
    }

    private void exceeded(String what) {
        if (open) {
            open = false;
            limit.exceeded(what);
        }
    }
}
