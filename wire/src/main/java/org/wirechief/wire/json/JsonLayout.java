package org.wirechief.wire.json;

import java.util.BitSet;
import org.wirechief.wire.ReplyBuffer;

/// Lays compact JSON out for people, as the reference server does with `pretty_printing` (spec
/// mi-json §6): a member a line, tabs, arrays on one line.
public final class JsonLayout {
    private final byte[] compact;
    private final int to;
    private final ReplyBuffer out;
    /// For each level, whether it is an object.
    private final BitSet objects = new BitSet();
    private int level;
    private int at;

    private JsonLayout(byte[] compact, int from, int to, ReplyBuffer out) {
        this.compact = compact;
        this.at = from;
        this.to = to;
        this.out = out;
    }

    /// Appends a value to `out`, laid out.
    ///
    /// @param compact holds the value from `from` (inclusive) to `to` (exclusive), without blanks
    ///     between its tokens, as [JsonWriter] writes it
    public static void pretty(byte[] compact, int from, int to, ReplyBuffer out) {
        new JsonLayout(compact, from, to, out).run();
    }

    private void run() {
        while (at < to) {
            byte next = compact[at++];
            switch (next) {
                case '"' -> string();
                case '{', '[' -> open(next);
                case '}', ']' -> close(next);
                case ',' -> comma();
                case ':' -> {
                    out.append(':');
                    out.append('\t');
                }
                default -> out.append(next);
            }
        }
    }

    private void string() {
        int start = at - 1;
        while (compact[at] != '"') {
            at += compact[at] == '\\' ? 2 : 1;
        }
        at++;
        out.append(compact, start, at);
    }

    private void open(byte bracket) {
        out.append(bracket);
        level++;
        objects.set(level, bracket == '{');
        boolean empty = at < to && (compact[at] == '}' || compact[at] == ']');
        if (bracket == '{' && !empty) {
            line(level);
        }
    }

    private void close(byte bracket) {
        level--;
        if (bracket == '}') {
            line(level);
        }
        out.append(bracket);
    }

    private void comma() {
        out.append(',');
        if (objects.get(level)) {
            line(level);
        } else {
            out.append(' ');
        }
    }

    private void line(int tabs) {
        out.append('\n');
        for (int i = 0; i < tabs; i++) {
            out.append('\t');
        }
    }
}
