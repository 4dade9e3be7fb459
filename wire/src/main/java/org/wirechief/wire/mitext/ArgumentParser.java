package org.wirechief.wire.mitext;

import org.wirechief.core.ProtocolError;

/// Reads what follows the first line (spec mi-text §2.3). Of the two defects of the original, which
/// show only without the last line feed, it has none: `name::` there is a name without value, and
/// an escaped quote leaves nothing behind.
final class ArgumentParser {
    private final byte[] bytes;
    private final int start;
    private final int top;
    private final MiTextArguments into;
    private int at;

    private ArgumentParser(byte[] bytes, int from, int top) {
        this.bytes = bytes;
        this.start = from;
        this.at = from;
        this.top = top;
        this.into = new MiTextArguments(bytes);
    }

    /// All arguments between `from` and `to`. A zero byte at the very beginning hides everything.
    static MiTextArguments parse(byte[] bytes, int from, int to) throws ProtocolError {
        ArgumentParser parser = new ArgumentParser(bytes, from, to);
        if (from < to && bytes[from] != 0) {
            while (parser.skipWhite()) {
                parser.argument();
            }
        }
        return parser.into;
    }

    /// White space as C's `isspace` has it; no byte from 0x80 on is.
    static boolean isWhite(int octet) {
        return octet == ' ' || (octet >= '\t' && octet <= '\r');
    }

    /// Whether a byte is left behind it.
    private boolean skipWhite() {
        while (at < top && isWhite(bytes[at])) {
            at++;
        }
        return at < top;
    }

    private void argument() throws ProtocolError {
        into.open();
        if (bytes[at] == '"') {
            quoted();
            return;
        }
        int from = at;
        int end = from;
        for (; at < top && bytes[at] != '\n'; at++) {
            if (bytes[at] == ':' && at + 1 < top && bytes[at + 1] == ':') {
                named(from, end);
                return;
            }
            if (bytes[at] == '"') {
                throw wrong("a quote inside a bare text");
            }
            if (!isWhite(bytes[at])) {
                end = at + 1;
            }
        }
        into.value(from, end, 0);
    }

    /// At the separator, with the name before it.
    private void named(int from, int end) throws ProtocolError {
        if (end > from) {
            into.name(from, end);
        }
        at += 2;
        while (at < top && bytes[at] != '\n' && isWhite(bytes[at])) {
            at++;
        }
        if (at == top || bytes[at] == '\n') {
            if (end == from) {
                throw wrong("neither name nor value");
            }
        } else if (bytes[at] == '"') {
            quoted();
        } else {
            bareValue();
        }
    }

    private void bareValue() throws ProtocolError {
        int from = at;
        int end = from;
        for (; at < top && bytes[at] != '\n'; at++) {
            if (bytes[at] == '"') {
                throw wrong("a quote inside a bare value");
            }
            if (!isWhite(bytes[at])) {
                end = at + 1;
            }
        }
        into.value(from, end, 0);
    }

    /// At an opening quote. The byte behind it is never the closing one, and a backslash there
    /// escapes nothing.
    private void quoted() throws ProtocolError {
        int from = ++at;
        int escapes = 0;
        for (; at < top; at++) {
            if (bytes[at] != '"' || at == from) {
                continue;
            }
            if (at > from + 1 && bytes[at - 1] == '\\') {
                escapes++;
            } else {
                into.value(from, at, escapes);
                at++;
                blankUntilLineFeed();
                return;
            }
        }
        throw wrong("a quote that is not closed");
    }

    private void blankUntilLineFeed() throws ProtocolError {
        for (; at < top && bytes[at] != '\n'; at++) {
            if (!isWhite(bytes[at])) {
                throw wrong("text behind a closing quote");
            }
        }
    }

    private ProtocolError wrong(String what) {
        return new ProtocolError("argument " + into.size() + ", byte " + (at - start) + " of the arguments: " + what);
    }
}
