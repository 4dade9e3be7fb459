package org.wirechief.server.config;

/// Reads a string. Between double quotes a backslash escapes; between single quotes all stands for
/// itself. An escape that means nothing keeps its backslash, which suits regular expressions.
final class StringLexer {
    private static final char NOT_UTF_8 = '\uFFFD';

    private final Cursor in;
    private final Problems problems;

    StringLexer(Cursor in, Problems problems) {
        this.in = in;
        this.problems = problems;
    }

    /// The string that begins at the cursor, quotes and all.
    Token next(boolean first) {
        Place.InFile place = in.place();
        int quote = in.next();
        StringBuilder text = new StringBuilder();
        while (in.peek() != quote) {
            if (in.peek() == Cursor.END || in.peek() == '\n') {
                problems.add(place, "this string is not closed on its line: add " + (char) quote);
                return new Token.Broken(place, first);
            }
            if (quote == '"' && in.peek() == '\\') {
                escape(text);
            } else {
                text.append((char) in.next());
            }
        }
        in.next();
        return checked(text.toString(), place, first);
    }

    private Token checked(String text, Place.InFile place, boolean first) {
        if (text.indexOf(NOT_UTF_8) >= 0) {
            problems.add(place, "this string is not UTF-8: save the file in that encoding");
            return new Token.Broken(place, first);
        }
        if (text.indexOf('\0') >= 0) {
            problems.add(place, "this string holds a zero byte, which nothing here can take");
            return new Token.Broken(place, first);
        }
        return new Token.Text(text, place, first);
    }

    private void escape(StringBuilder text) {
        if (in.isContinuation()) {
            in.skip(in.peek(1) == '\r' ? 3 : 2);
            return;
        }
        int c = in.peek(1);
        int plain = "nrta\\\"'".indexOf(c);
        if (plain >= 0) {
            text.append("\n\r\t\u0007\\\"'".charAt(plain));
            in.skip(2);
        } else if (c == 'x' && digits(2, 2, 16)) {
            text.append((char) value(2, 2, 16));
            in.skip(4);
        } else if (c >= '0' && c <= '3' && digits(1, 3, 8)) {
            text.append((char) value(1, 3, 8));
            in.skip(4);
        } else {
            text.append((char) in.next());
        }
    }

    private boolean digits(int from, int count, int radix) {
        for (int i = from; i < from + count; i++) {
            if (in.peek(i) == Cursor.END || Character.digit(in.peek(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }

    private int value(int from, int count, int radix) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            value = value * radix + Character.digit(in.peek(i), radix);
        }
        return value;
    }
}
