package org.wirechief.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/// Applies every `#!subst` so far to a string, in their order.
///
/// What they read and what they write is bounded: an expression can take for ever to say no, and a
/// replacement that holds what it replaces doubles with every line.
final class Substitutions {
    static final int MOST = 256;
    static final int LONGEST_RESULT = 64 * 1024;
    static final long MOST_READS = 2_000_000;

    private final Problems problems;
    private final List<Substitution> list = new ArrayList<>();
    private long reads;

    Substitutions(Problems problems) {
        this.problems = problems;
    }

    void add(Substitution substitution, Place.InFile place) {
        if (list.size() == MOST) {
            problems.add(place, "more than " + MOST + " substitutions");
        } else {
            list.add(substitution);
        }
    }

    /// The string as it is after all of them.
    Token apply(Token.Text token) {
        if (list.isEmpty()) {
            return token;
        }
        try {
            String text = token.text();
            for (Substitution substitution : list) {
                text = replaced(substitution, text);
            }
            return new Token.Text(text, token.place(), token.first());
        } catch (Exhausted | StackOverflowError e) {
            // The JDK's matcher recurses once a repetition of a group.
            problems.add(
                    token.place(),
                    "the substitutions make this string longer than " + LONGEST_RESULT
                            + " characters, or take too long for it: simplify their expressions");
            return new Token.Broken(token.place(), token.first());
        }
    }

    private String replaced(Substitution substitution, String text) {
        Matcher matcher = substitution.pattern().matcher(new Counted(text));
        StringBuilder out = new StringBuilder();
        int done = 0;
        while (matcher.find()) {
            out.append(text, done, matcher.start());
            substitution.appendTo(out, matcher);
            done = matcher.end();
            if (out.length() > LONGEST_RESULT) {
                throw new Exhausted();
            }
            if (!substitution.all()) {
                break;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("bound reached", null, false, false);
        }
    }

    /// Text that counts how often it is read.
    private final class Counted implements CharSequence {
        private final CharSequence text;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++reads > MOST_READS) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
