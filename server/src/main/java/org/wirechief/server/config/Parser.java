package org.wirechief.server.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirechief.core.Value;

/// Makes statements of tokens. After a mistake it goes on with the next line that begins one.
final class Parser {
    private static final List<String> STATEMENTS =
            List.of("loadmodule", "modparam", "mpath", "include_file", "import_file");

    private final TokenReader in;
    private final Problems problems;

    Parser(Preprocessor tokens, Problems problems) {
        this.in = new TokenReader(tokens);
        this.problems = problems;
    }

    /// Hands every statement to `sink`, in order.
    void parse(Consumer<Statement> sink) {
        while (!in.atEnd()) {
            try {
                statement(sink);
            } catch (TokenReader.Unexpected unexpected) {
                if (!unexpected.message().isEmpty()) {
                    problems.add(unexpected.place(), unexpected.message());
                }
                recover();
            }
        }
    }

    private void statement(Consumer<Statement> sink) throws TokenReader.Unexpected {
        in.begin();
        if (in.takeIf(';')) {
            return;
        }
        if (!(in.peek() instanceof Token.Word word)) {
            throw in.unexpected("a statement");
        }
        switch (word.name()) {
            case "loadmodule" -> {
                in.take();
                sink.accept(new Statement.Load(in.name("the name of a module, \"ctl.so\"")));
            }
            case "modparam" -> {
                in.take();
                sink.accept(modparam());
            }
            case "mpath" -> {
                in.take();
                in.takeIf('=');
                in.name("a path"); // of libraries that other servers load; our modules are built in
            }
            case "include_file", "import_file" -> {
                in.take();
                in.include("include_file".equals(word.name()));
            }
            default ->
                throw new TokenReader.Unexpected(
                        word.place(),
                        "unknown statement " + word.words() + ": there are " + String.join(", ", STATEMENTS)
                                + NearestName.hint(word.name(), STATEMENTS));
        }
    }

    private Statement modparam() throws TokenReader.Unexpected {
        in.require('(');
        Statement.Name modules = in.name("the name of a module, \"ctl\"");
        in.require(',');
        Statement.Name parameter = in.name("the name of a parameter, \"binrpc\"");
        in.require(',');
        Place place = in.peek().place();
        Optional<Value> value = in.value();
        in.require(')');
        return new Statement.Set(modules, parameter, value, place);
    }

    // A block of another program's statements is one mistake, so its inside is passed over, unless
    // a line begins as ours do: a brace may be missing.
    private void recover() {
        int braces = 0;
        boolean moved = in.hasMoved();
        while (!in.atEnd()) {
            Token token = in.peek();
            boolean word = token.first() && token instanceof Token.Word;
            if (moved && word && (braces <= 0 || isKnown(token))) {
                return;
            }
            if (token instanceof Token.Mark(int mark, var _, var _)) {
                braces += mark == '{' ? 1 : mark == '}' ? -1 : 0;
            }
            in.take();
            moved = true;
        }
    }

    private static boolean isKnown(Token token) {
        return token instanceof Token.Word word && STATEMENTS.contains(word.name());
    }
}
