package org.wirechief.server.config;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Cuts a source into tokens; drops blanks and comments (`#`, `//`, `/* */`).
final class Lexer {
    private static final int NO_LINE = 0;

    private final Cursor in;
    private final Problems problems;
    private final StringLexer strings;
    private final boolean wholeLines;
    private int lineOfLast;

    private Lexer(Cursor in, Problems problems, boolean wholeLines, boolean first) {
        this.in = in;
        this.problems = problems;
        this.strings = new StringLexer(in, problems);
        this.wholeLines = wholeLines;
        this.lineOfLast = first ? NO_LINE : in.line();
    }

    /// Of a file.
    static Lexer of(Cursor in, Problems problems) {
        return new Lexer(in, problems, true, true);
    }

    /// Of a piece of a line, which can hold no directive.
    ///
    /// @param first whether its first token counts as the first on its line
    static Lexer within(Cursor in, Problems problems, boolean first) {
        return new Lexer(in, problems, false, first);
    }

    Token next() {
        skipBlanksAndComments();
        boolean first = in.line() != lineOfLast;
        Place.InFile place = in.place();
        int c = in.peek();
        if (c == Cursor.END) {
            return new Token.End(place);
        }
        Token token;
        if (isDirective()) {
            token = directive(place);
        } else if (c == '"' || c == '\'') {
            token = strings.next(first);
        } else if (isDigit(c) || (c == '-' && isDigit(in.peek(1)))) {
            token = number(place, first);
        } else if (isLetter(c)) {
            token = new Token.Word(word(), place, first);
        } else {
            token = new Token.Mark(character(), place, first);
        }
        lineOfLast = in.line();
        return token;
    }

    /// Skips lines up to the next `#!` line and takes that; null where there is none. Reads nothing
    /// but the beginnings of lines: what is skipped may be in any language.
    Token.@Nullable Directive skipToDirective() {
        while (in.peek() != Cursor.END) {
            while (isBlank(in.peek())) {
                in.next();
            }
            if (startsDirective()) {
                return directive(in.place());
            }
            in.skipLine();
            in.next();
        }
        return null;
    }

    private void skipBlanksAndComments() {
        while (true) {
            int c = in.peek();
            if (isBlank(c)) {
                in.next();
            } else if (c == '#' && !isDirective()) {
                checkNoLateDirective();
                in.skipLine();
            } else if (c == '/' && in.peek(1) == '/') {
                in.skipLine();
            } else if (c == '/' && in.peek(1) == '*') {
                skipBlockComment();
            } else {
                return;
            }
        }
    }

    private void skipBlockComment() {
        Place.InFile place = in.place();
        in.skip(2);
        while (in.peek() != '*' || in.peek(1) != '/') {
            if (in.next() == Cursor.END) {
                problems.add(place, "this comment is not closed: add */");
                return;
            }
        }
        in.skip(2);
    }

    private boolean isDirective() {
        return wholeLines && startsDirective() && in.line() != lineOfLast;
    }

    private boolean startsDirective() {
        return in.peek() == '#' && in.peek(1) == '!' && isLetter(in.peek(2));
    }

    private void checkNoLateDirective() {
        if (startsDirective()) {
            problems.add(in.place(), "a #! directive stands first on its line: put it on a line of its own");
        }
    }

    private Token.Directive directive(Place.InFile place) {
        in.skip(2);
        String name = word();
        Place.InFile start = in.place();
        return new Token.Directive(name, Cursor.from(start, in.restOfLine()), place);
    }

    private Token number(Place.InFile place, boolean first) {
        String spelled = (in.peek() == '-' ? Character.toString(in.next()) : "") + word();
        OptionalLong value = IntegerLiteral.parse(spelled);
        if (value.isEmpty()) {
            problems.add(place, "'" + spelled + "' is no integer: " + IntegerLiteral.RULE);
            return new Token.Broken(place, first);
        }
        return new Token.Int(value.getAsLong(), place, first);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        while (isLetter(in.peek()) || isDigit(in.peek())) {
            word.append((char) in.next());
        }
        return word.toString();
    }

    private int character() {
        int high = in.next();
        if (Character.isHighSurrogate((char) high) && Character.isLowSurrogate((char) in.peek())) {
            return Character.toCodePoint((char) high, (char) in.next());
        }
        return high;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
