package org.wirechief.cli.output;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.wirechief.core.Octets;
import org.wirechief.core.OneLine;
import org.wirechief.core.Value;

/// JSON (RFC 8259), valid whatever bytes an answer holds. A byte NN that is no UTF-8 is the private
/// character U+EFNN, and so is each byte of such a character itself, so that every byte can be told
/// and restored; lone surrogates, the other custom, are refused by many readers. A number that JSON
/// has not is a text.
final class JsonLayout {
    private static final String HEX = "0123456789abcdef";
    private static final int COMPACT = -1;
    private static final int BYTE = 0xEF00;

    private final ByteSink out;
    private int indent;

    private JsonLayout(ByteSink out, int indent) {
        this.out = out;
        this.indent = indent;
    }

    /// On one line.
    static void compact(Value value, ByteSink out) throws IOException {
        new JsonLayout(out, COMPACT).value(value);
    }

    /// Two blanks deeper inside each object and array.
    static void pretty(Value value, ByteSink out) throws IOException {
        new JsonLayout(out, 0).value(value);
    }

    private void value(Value value) throws IOException {
        switch (value) {
            case Value.Nil _ -> out.text("null");
            case Value.Text(Octets text) -> string(text, out);
            case Value.Blob(Octets bytes) -> string(bytes, out);
            case Value.Real(double number)
            when Double.isNaN(number) || Double.isInfinite(number) -> string(Octets.of(Double.toString(number)), out);
            case Value.Bool _, Value.Int _, Value.Real _ -> out.octets(ScalarText.plain(value));
            case Value.Arr(List<Value> elements) -> array(elements);
            case Value.Struct(List<Value.Member> members) -> object(Grouped.of(members));
        }
    }

    private void array(List<Value> elements) throws IOException {
        out.octet('[');
        boolean first = true;
        deeper();
        for (Value element : elements) {
            next(first);
            value(element);
            first = false;
        }
        end(first);
        out.octet(']');
    }

    private void object(Map<Octets, Value> members) throws IOException {
        out.octet('{');
        boolean first = true;
        deeper();
        for (Map.Entry<Octets, Value> member : members.entrySet()) {
            next(first);
            string(member.getKey(), out);
            out.text(indent == COMPACT ? ":" : ": ");
            value(member.getValue());
            first = false;
        }
        end(first);
        out.octet('}');
    }

    private void deeper() {
        indent = indent == COMPACT ? COMPACT : indent + 2;
    }

    private void next(boolean first) throws IOException {
        if (!first) {
            out.octet(',');
        }
        if (indent != COMPACT) {
            out.octet('\n').repeat(' ', indent);
        }
    }

    private void end(boolean empty) throws IOException {
        if (indent != COMPACT) {
            indent -= 2;
            if (!empty) {
                out.octet('\n').repeat(' ', indent);
            }
        }
    }

    static void string(Octets text, ByteSink out) throws IOException {
        out.octet('"');
        int at = 0;
        while (at < text.length()) {
            int length = Utf8.lengthAt(text, at);
            if (length == 0 || isEscape(text, at, length)) {
                unit(BYTE | text.at(at), out);
                length = 1;
            } else if (length == 1) {
                ascii(text.at(at), out);
            } else {
                wide(text, at, length, out);
            }
            at += length;
        }
        out.octet('"');
    }

    /// A character of several bytes; an escape where it could steer a terminal.
    private static void wide(Octets text, int at, int length, ByteSink out) throws IOException {
        int point = Utf8.codePointAt(text, at, length);
        if (OneLine.isUnsafe(point)) {
            for (char unit : Character.toChars(point)) {
                unit(unit, out);
            }
            return;
        }
        for (int i = at; i < at + length; i++) {
            out.octet(text.at(i));
        }
    }

    /// Whether a character stands there that means a byte.
    private static boolean isEscape(Octets text, int at, int length) {
        return length == 3 && (Utf8.codePointAt(text, at, length) & ~0x7F) == (BYTE | 0x80);
    }

    private static void ascii(int c, ByteSink out) throws IOException {
        switch (c) {
            case '"', '\\' -> out.octet('\\').octet(c);
            case '\n' -> out.text("\\n");
            case '\r' -> out.text("\\r");
            case '\t' -> out.text("\\t");
            default -> {
                if (c < 0x20 || c == 0x7F) {
                    unit(c, out);
                } else {
                    out.octet(c);
                }
            }
        }
    }

    /// A UTF-16 unit as an escape.
    static void unit(int unit, ByteSink out) throws IOException {
        out.text("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.octet(HEX.charAt(unit >> shift & 0xF));
        }
    }
}
