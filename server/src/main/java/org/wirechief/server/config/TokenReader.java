package org.wirechief.server.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Value;

/// Reads the pieces that statements are made of, and says what is missing where.
final class TokenReader {
    private final Preprocessor tokens;
    private @Nullable Token ahead;
    private @Nullable Token last;

    TokenReader(Preprocessor tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        Token token = ahead;
        if (token == null) {
            token = tokens.next();
            ahead = token;
        }
        return token;
    }

    Token take() {
        Token token = peek();
        ahead = null;
        last = token;
        return token;
    }

    /// Forgets what was taken: the next token begins something of its own.
    void begin() {
        last = null;
    }

    /// Whether anything was taken since [#begin].
    boolean hasMoved() {
        return last != null;
    }

    boolean atEnd() {
        return peek() instanceof Token.End;
    }

    boolean takeIf(int mark) {
        if (peek() instanceof Token.Mark found && found.character() == mark) {
            take();
            return true;
        }
        return false;
    }

    void require(int mark) throws Unexpected {
        if (!takeIf(mark)) {
            throw unexpected("'" + Character.toString(mark) + "'");
        }
    }

    /// Takes what is left of a line; a `;` ends it too.
    void takeRestOfLine() {
        boolean begun = false;
        while (!atEnd() && !(begun && peek().first()) && !takeIf(';')) {
            take();
            begun = true;
        }
    }

    /// A string that names something.
    Statement.Name name(String what) throws Unexpected {
        return switch (peek()) {
            case Token.Text(String text, var place, var _) -> {
                take();
                yield new Statement.Name(text, place);
            }
            case Token.Word _, Token.Int _, Token.Mark _, Token.Broken _, Token.Directive _, Token.End _ ->
                throw unexpected(what);
        };
    }

    /// A number, or strings that stand side by side and make one.
    Optional<Value> value() throws Unexpected {
        return switch (peek()) {
            case Token.Int(long number, var _, var _) -> {
                take();
                yield Optional.of(Value.of(number));
            }
            case Token.Broken _ -> {
                take();
                yield Optional.empty();
            }
            case Token.Text _ -> Optional.of(Value.of(strings()));
            case Token.Word _, Token.Mark _, Token.Directive _, Token.End _ ->
                throw unexpected("a string or an integer");
        };
    }

    private String strings() {
        StringBuilder text = new StringBuilder();
        while (peek() instanceof Token.Text(String piece, var _, var _)) {
            text.append(piece);
            take();
        }
        return text.toString();
    }

    /// Takes the name of a file and goes on in it.
    void include(boolean required) throws Unexpected {
        if (!(peek() instanceof Token.Text file)) {
            throw unexpected("the name of a file");
        }
        take();
        tokens.include(file, required);
    }

    /// What to throw where `wanted` should stand. Where it is missing at the end of a line, that is
    /// the place, not the next line.
    Unexpected unexpected(String wanted) {
        Token found = peek();
        if (found instanceof Token.Broken || last instanceof Token.Broken) {
            return new Unexpected(found.place(), "");
        }
        if (found.first() && last != null) {
            return new Unexpected(last.place(), wanted + " is missing after " + last.words());
        }
        String hint = found instanceof Token.Word word ? tokens.hint(word.name()) : "";
        String define = found instanceof Token.Word ? ", which no #!define names" : "";
        return new Unexpected(found.place(), "expected " + wanted + ", found " + found.words() + define + hint);
    }

    /// A token that cannot stand where it does.
    static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Place place;
        private final String message;

        /// @param message empty where it was reported already
        Unexpected(Place place, String message) {
            super(message, null, false, false);
            this.place = place;
            this.message = message;
        }

        Place place() {
            return place;
        }

        String message() {
            return message;
        }
    }
}
