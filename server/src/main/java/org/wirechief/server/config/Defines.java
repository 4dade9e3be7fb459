package org.wirechief.server.config;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// The names that `#!define` and `#!substdef` gave a value.
///
/// A value may use other names. What all uses together may grow to is bounded, and so is how deep
/// they lead: a handful of lines can ask for more tokens than there is memory.
final class Defines {
    static final int MOST_TOKENS = 10_000;
    static final int DEEPEST = 32;
    static final int LONGEST_VALUE = 4096;

    private record Define(String value, Place.InFile place) {}

    private final Problems problems;
    private final Map<String, Define> byName = new HashMap<>();
    private int left = MOST_TOKENS;

    Defines(Problems problems) {
        this.problems = problems;
    }

    void add(String name, String value, Place.InFile place) {
        Define before = byName.get(name);
        if (before != null) {
            problems.add(place, "'" + name + "' is defined already, at " + before.place);
        } else if (value.length() > LONGEST_VALUE) {
            problems.add(place, "the value of '" + name + "' is longer than " + LONGEST_VALUE + " characters");
        } else {
            byName.put(name, new Define(value, place));
        }
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Collection<String> names() {
        return byName.keySet();
    }

    /// What stands for `word`, as if it were written there; nothing where the bound is reached.
    Deque<Token> expand(Token.Word word) {
        Deque<Token> out = new ArrayDeque<>();
        expand(word, new LinkedHashSet<>(), out);
        return out;
    }

    private void expand(Token.Word word, SequencedSet<String> open, Deque<Token> out) {
        Define define = byName.get(word.name());
        if (define == null) {
            out.add(word);
        } else if (!open.add(word.name())) {
            problems.add(word.place(), "'" + word.name() + "' is defined as itself: see " + define.place);
            out.add(new Token.Broken(word.place(), word.first()));
        } else if (open.size() > DEEPEST) {
            problems.add(word.place(), "'" + open.getFirst() + "' leads through more than " + DEEPEST + " defines");
            out.add(new Token.Broken(word.place(), word.first()));
            open.removeLast();
        } else {
            replace(word, define, open, out);
            open.removeLast();
        }
    }

    private void replace(Token.Word word, Define define, SequencedSet<String> open, Deque<Token> out) {
        Cursor value = Cursor.at(word.place(), define.value);
        Lexer lexer = Lexer.within(value, problems, word.first());
        while (left > 0) {
            left--;
            switch (lexer.next()) {
                case Token.End _ -> {
                    return;
                }
                case Token.Word inner -> expand(inner, open, out);
                case Token.Text token -> out.add(token);
                case Token.Int token -> out.add(token);
                case Token.Mark token -> out.add(token);
                case Token.Broken token -> out.add(token);
                case Token.Directive token -> out.add(token);
            }
        }
        if (left == 0) {
            left--;
            problems.add(
                    word.place(), "the defines of this configuration stand for more than " + MOST_TOKENS + " words");
        }
    }
}
