package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.output.ReplyFormat;
import org.wirechief.cli.words.ArgumentTyping;
import org.wirechief.cli.words.NodeWords;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// Runs commands over one connection: aliases first, then what is built in, then methods of the
/// node (spec ctl §14.4).
final class KamcmdSession {
    static final int MOST_ARGUMENTS = 256;

    private final KamcmdConnection connection;
    private final KamcmdOutput output;
    private final @Nullable ReplyFormat format;
    /// What the node can do, once it was asked.
    private @Nullable List<Octets> methods;

    /// @param format for every answer, null for that of the alias or the usual layout
    KamcmdSession(KamcmdConnection connection, KamcmdOutput output, @Nullable ReplyFormat format) {
        this.connection = connection;
        this.output = output;
        this.format = format;
    }

    /// Runs a command.
    ///
    /// @param words the command and its arguments
    /// @return whether that was the last
    /// @throws KamcmdError when it failed, but for faults, which are printed
    boolean run(List<Octets> words) throws KamcmdError, IOException {
        if (words.size() - 1 > MOST_ARGUMENTS) {
            throw new KamcmdError("ERROR: too many args " + (words.size() - 1) + ", only 256 allowed");
        }
        String command = words.getFirst().toString();
        List<Value> args = words.subList(1, words.size()).stream()
                .map(ArgumentTyping::likeKamcmd)
                .toList();
        Optional<Alias> alias = Alias.find(command);
        Optional<Builtin> builtin = Builtin.find(command);
        if (alias.isPresent()) {
            call(Octets.of(alias.get().method()), args, alias.get().replyFormat());
        } else if (builtin.isPresent()) {
            return run(builtin.get(), args);
        } else {
            call(words.getFirst(), args, null);
        }
        return false;
    }

    private void call(Octets method, List<Value> args, @Nullable ReplyFormat usual) throws KamcmdError, IOException {
        KamcmdCall.Reply reply = new KamcmdCall(connection, output).exchange(method, args);
        output.answer(reply, format != null ? format : usual);
        output.ends();
    }

    private boolean run(Builtin builtin, List<Value> args) throws KamcmdError, IOException {
        switch (builtin) {
            case QUESTION_MARK, HELP -> help(args);
            case VERSION -> output.print(KamcmdTexts.VERSION);
            case WARRANTY, LICENSE -> output.print(KamcmdTexts.LICENCE);
            case QUIT, EXIT -> {
                return true;
            }
        }
        return false;
    }

    /// About one command when a text says which, else a list of all.
    private void help(List<Value> args) throws KamcmdError, IOException {
        if (args.isEmpty() || !(args.getFirst() instanceof Value.Text(Octets about))) {
            list();
            return;
        }
        Optional<Alias> alias = Alias.find(about.toString());
        Optional<Builtin> builtin = Builtin.find(about.toString());
        if (alias.isPresent()) {
            output.print(alias.get().help());
        } else if (builtin.isPresent()) {
            output.print(builtin.get().help());
        } else {
            call(Octets.of("system.methodHelp"), args, null);
        }
    }

    private void list() throws KamcmdError, IOException {
        if (methods == null) {
            methods = listMethods();
        }
        if (methods != null) {
            for (Octets method : methods) {
                output.line(method);
            }
        }
        for (Alias alias : Alias.ALL) {
            output.print("alias: " + alias.name() + "\n");
        }
        for (Builtin builtin : Builtin.values()) {
            output.print("builtin: " + builtin.word() + "\n");
        }
    }

    /// Null when the node answers with a fault, which is printed.
    private @Nullable List<Octets> listMethods() throws KamcmdError, IOException {
        KamcmdCall.Reply reply =
                new KamcmdCall(connection, output).exchange(Octets.of("system.listMethods"), List.of());
        if (reply.fault()) {
            output.answer(reply, null);
            return null;
        }
        try {
            return reply.texts();
        } catch (ProtocolError e) {
            throw new KamcmdError("ERROR: while parsing the " + e.getMessage());
        }
    }

    /// The node's words for completion, asked for without a word on the screen; what it does not
    /// tell stays empty.
    NodeWords words() {
        try {
            return NodeWords.of(this::texts);
        } catch (KamcmdError e) {
            // the first command tells it
            return NodeWords.NONE;
        }
    }

    private List<String> texts(String method, Value... args) throws KamcmdError {
        try {
            KamcmdCall.Reply reply =
                    new KamcmdCall(connection, output.quiet()).exchange(Octets.of(method), List.of(args));
            return reply.fault()
                    ? List.of()
                    : reply.texts().stream().map(Octets::toString).toList();
        } catch (ProtocolError e) {
            return List.of();
        } catch (IOException e) {
            throw new KamcmdError(String.valueOf(e.getMessage()));
        }
    }
}
