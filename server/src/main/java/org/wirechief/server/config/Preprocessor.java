package org.wirechief.server.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.wirechief.core.NearestName;

/// The tokens of a configuration after every `#!` line, define and substitution has done its work.
final class Preprocessor {
    private static final List<String> DIRECTIVES = List.of(
            "define",
            "subst",
            "substdef",
            "ifdef",
            "ifndef",
            "else",
            "endif",
            "include_file",
            "import_file",
            "KAMAILIO");

    private final Problems problems;
    private final Defines defines;
    private final Substitutions substitutions;
    private final OpenFiles files;
    private final Deque<Token> expanded = new ArrayDeque<>();

    Preprocessor(SourceFile file, Problems problems) {
        this.problems = problems;
        defines = new Defines(problems);
        substitutions = new Substitutions(problems);
        files = new OpenFiles(problems);
        files.enter(file);
    }

    /// The next token; at the end [Token.End], again and again. Never a [Token.Directive].
    Token next() {
        while (true) {
            switch (expanded.isEmpty() ? files.lexer().next() : expanded.remove()) {
                case Token.Directive directive -> run(directive);
                case Token.Word word when defines.has(word.name()) -> expanded.addAll(defines.expand(word));
                case Token.Text text -> {
                    return substitutions.apply(text);
                }
                case Token.End end -> {
                    if (!files.leave()) {
                        return end;
                    }
                }
                case Token.Word token -> {
                    return token;
                }
                case Token.Int token -> {
                    return token;
                }
                case Token.Mark token -> {
                    return token;
                }
                case Token.Broken token -> {
                    return token;
                }
            }
        }
    }

    /// Goes on with another file, and comes back after it.
    void include(Token.Text name, boolean required) {
        files.include(name, required);
    }

    /// `; did you mean 'SOCKET'?` for a word that may be a mistyped define.
    String hint(String word) {
        return NearestName.hint(word, defines.names());
    }

    private void run(Token.Directive directive) {
        switch (directive.name()) {
            case "define" -> define(directive);
            case "subst" -> substitute(directive, false);
            case "substdef" -> substitute(directive, true);
            case "ifdef" -> condition(directive, true);
            case "ifndef" -> condition(directive, false);
            case "else" -> files.conditions().otherwise(directive);
            case "endif" -> files.conditions().end(directive);
            case "include_file" -> include(directive, true);
            case "import_file" -> include(directive, false);
            case "KAMAILIO" -> {
                // tells editors whose dialect this is
            }
            default ->
                problems.add(
                        directive.place(),
                        "unknown directive " + directive.words() + ": there are #!" + String.join(", #!", DIRECTIVES)
                                + NearestName.hint(directive.name(), DIRECTIVES));
        }
    }

    private void define(Token.Directive directive) {
        if (rest(directive).next() instanceof Token.Word name) {
            defines.add(name.name(), directive.rest().restOfLine(), name.place());
        } else {
            problems.add(directive.place(), "write #!define NAME, or #!define NAME value");
        }
    }

    private void condition(Token.Directive directive, boolean wanted) {
        Lexer rest = rest(directive);
        if (rest.next() instanceof Token.Word name && rest.next() instanceof Token.End) {
            files.conditions().begin(directive, defines.has(name.name()) == wanted);
        } else {
            problems.add(directive.place(), "write #!" + directive.name() + " NAME");
            files.conditions().begin(directive, true);
        }
    }

    private void substitute(Token.Directive directive, boolean defining) {
        Lexer rest = rest(directive);
        if (!(rest.next() instanceof Token.Text text) || !(rest.next() instanceof Token.End)) {
            problems.add(directive.place(), "write #!" + directive.name() + " \"/expression/replacement/flags\"");
            return;
        }
        try {
            Substitution substitution = Substitution.parse(text.text());
            substitutions.add(substitution, text.place());
            if (defining) {
                defineToo(substitution, text.place());
            }
        } catch (IllegalArgumentException e) {
            problems.add(text.place(), String.valueOf(e.getMessage()));
        }
    }

    private void defineToo(Substitution substitution, Place.InFile place) {
        Lexer name = Lexer.within(Cursor.at(place, substitution.expression()), problems, false);
        if (name.next() instanceof Token.Word word && name.next() instanceof Token.End) {
            defines.add(word.name(), substitution.replacement(), place);
        } else {
            problems.add(place, "#!substdef needs a name for its expression, \"!NAME!value!g\": use #!subst");
        }
    }

    private void include(Token.Directive directive, boolean required) {
        Lexer rest = rest(directive);
        if (rest.next() instanceof Token.Text name && rest.next() instanceof Token.End) {
            include(name, required);
        } else {
            problems.add(directive.place(), "write #!" + directive.name() + " \"file\"");
        }
    }

    private Lexer rest(Token.Directive directive) {
        return Lexer.within(directive.rest(), problems, false);
    }
}
