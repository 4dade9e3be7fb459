package org.wirechief.server.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.wirechief.core.NearestName;
import org.wirechief.core.Value;

/// Makes statements of tokens. After a mistake it goes on with the next line that begins one.
final class Parser {
    private static final List<String> STATEMENTS =
            List.of("loadmodule", "modparam", "mpath", "include_file", "import_file");

    private static final Pattern HEP_LISTENER = Pattern.compile("hep_(udp|tcp|tls)(:|$)");

    private static final Logger LOG = System.getLogger(Parser.class.getName());

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
            case "listen" -> listen(word);
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

    /// A listener of HEP, which servers that also receive it need. Any other is another program's
    /// statement.
    private void listen(Token.Word word) throws TokenReader.Unexpected {
        in.take();
        in.require('=');
        String what = switch (in.peek()) {
            case Token.Word(String name, var _, var _) -> name;
            case Token.Text(String text, var _, var _) -> text;
            case Token.Int _, Token.Mark _, Token.Broken _, Token.Directive _, Token.End _ -> "";
        };
        if (!HEP_LISTENER.matcher(what).lookingAt()) {
            throw new TokenReader.Unexpected(
                    word.place(),
                    "listen takes hep_udp:... and hep_tcp:... only: doors are set with modparam, as in modparam(\"ctl\","
                            + " \"binrpc\", \"tcp:127.0.0.1:2049\")");
        }
        in.takeRestOfLine();
        LOG.log(
                Level.WARNING,
                "{0}: this listener is not needed and not opened: traces leave from ports of their own",
                word.place());
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
