package org.wirechief.server.config;

/// Characters of a source, and where they stand.
final class Cursor {
    /// What [#peek] answers behind the last character.
    static final int END = -1;

    private final String file;
    private final String text;
    private final boolean moving;
    private int position;
    private int line;
    private int column;

    private Cursor(String text, Place.InFile start, boolean moving) {
        this.text = text;
        this.moving = moving;
        this.file = start.file();
        this.line = start.line();
        this.column = start.column();
    }

    /// `text`, whose first character stands at `start`.
    static Cursor from(Place.InFile start, String text) {
        return new Cursor(text, start, true);
    }

    /// `text`, all of which stands at `place`: what a define puts there.
    static Cursor at(Place.InFile place, String text) {
        return new Cursor(text, place, false);
    }

    int peek() {
        return peek(0);
    }

    /// The character `ahead` places on.
    int peek(int ahead) {
        return position + ahead < text.length() ? text.charAt(position + ahead) : END;
    }

    /// Takes one character.
    int next() {
        int c = peek();
        if (c == END) {
            return END;
        }
        position++;
        if (moving && c == '\n') {
            line++;
            column = 1;
        } else if (moving) {
            column++;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    void skipLine() {
        while (peek() != END && peek() != '\n') {
            next();
        }
    }

    /// Takes the rest of the line; a backslash at its end adds the next one.
    String restOfLine() {
        StringBuilder rest = new StringBuilder();
        while (peek() != END && peek() != '\n') {
            if (isContinuation()) {
                skip(peek(1) == '\r' ? 3 : 2);
                rest.append(' ');
            } else {
                rest.append((char) next());
            }
        }
        return rest.toString();
    }

    /// Whether here is a backslash that ends its line.
    boolean isContinuation() {
        return peek() == '\\' && (peek(1) == '\n' || (peek(1) == '\r' && peek(2) == '\n'));
    }

    int line() {
        return line;
    }

    Place.InFile place() {
        return new Place.InFile(file, line, column);
    }
}
