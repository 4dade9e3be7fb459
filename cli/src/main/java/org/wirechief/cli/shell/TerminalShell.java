package org.wirechief.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.core.Octets;

/// The shell on a terminal: JLine edits the lines, a call is cancelled by Ctrl-C.
final class TerminalShell {
    /// Lines of before that are kept.
    private static final int KEPT = 10_000;

    private final Session session;
    private final Terminal terminal;
    private final LineReader reader;
    private KnownNode node;

    private TerminalShell(Session session, Optional<Path> history, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
        this.node = KnownNode.ask(session.address(), session.connecting());
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("chief")
                .completer((_, line, candidates) -> complete(line.words().subList(0, line.wordIndex()), candidates))
                .variable(LineReader.HISTORY_SIZE, KEPT)
                .variable(LineReader.HISTORY_FILE_SIZE, KEPT)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        reader = builder.build();
        tips();
    }

    /// Reads lines until `quit` or the end of input.
    static int run(Session session, HistoryFile history, Stdio stdio) throws IOException {
        Optional<Path> lines = history.ready(stdio::say);
        try (Terminal terminal =
                TerminalBuilder.builder().name("chief").system(true).build()) {
            return new TerminalShell(session, lines, terminal).loop(stdio);
        }
    }

    private int loop(Stdio stdio) throws IOException {
        Thread shell = Thread.currentThread();
        var screen = new Picture(stdio);
        while (!session.isOver()) {
            know();
            String line;
            try {
                line = reader.readLine("chief " + session.address() + "> ");
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                break;
            }
            Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, _ -> shell.interrupt());
            try {
                session.execute(Octets.of(line), screen);
            } finally {
                terminal.handle(Terminal.Signal.INT, before);
                if (Thread.interrupted()) {
                    screen.say("cancelled; what was called may run all the same");
                }
            }
        }
        keep(stdio);
        return ExitCode.SUCCESS.code();
    }

    /// Most lines are kept as they are typed.
    private void keep(Stdio stdio) {
        try {
            reader.getHistory().save();
        } catch (IOException e) {
            stdio.say("chief shell: lines could not be kept: " + HistoryFile.why(e));
        }
    }

    /// Knows the node that is spoken to now.
    private void know() {
        if (!node.address().equals(session.address())) {
            node = KnownNode.ask(session.address(), session.connecting());
        }
    }

    private void complete(List<String> before, List<Candidate> candidates) {
        for (String word : new Completion(node.words()).after(before)) {
            candidates.add(new Candidate(word));
        }
    }

    /// Shows a method's help behind the cursor, once the method is typed.
    private void tips() {
        reader.setAutosuggestion(LineReader.SuggestionType.TAIL_TIP);
        for (String name :
                List.of(LineReader.SELF_INSERT, LineReader.BACKWARD_DELETE_CHAR, LineReader.EXPAND_OR_COMPLETE)) {
            Widget original = Objects.requireNonNull(reader.getBuiltinWidgets().get(name), name);
            reader.getWidgets().put(name, (Widget) () -> {
                boolean done = original.apply();
                reader.setTailTip(tip(reader.getBuffer().toString()));
                return done;
            });
        }
        Widget accept = Objects.requireNonNull(reader.getBuiltinWidgets().get(LineReader.ACCEPT_LINE));
        reader.getWidgets().put(LineReader.ACCEPT_LINE, (Widget) () -> {
            reader.setTailTip("");
            return accept.apply();
        });
    }

    private String tip(String line) {
        int blank = line.indexOf(' ');
        String method = blank < 0 ? line : line.substring(0, blank);
        String text = node.help(method);
        return text.isEmpty() ? "" : (blank < 0 ? "   " : "  ") + text;
    }

    /// The terminal.
    private final class Picture implements Session.Screen {
        private final Stdio stdio;

        Picture(Stdio stdio) {
            this.stdio = stdio;
        }

        @Override
        public void show(Session.Writing answer) throws IOException {
            new Pager(terminal).show(written(answer));
        }

        private byte[] written(Session.Writing answer) throws IOException {
            var text = new ByteArrayOutputStream();
            answer.to(new ByteSink(text, session.hasColours()));
            return text.toByteArray();
        }

        @Override
        public void say(String line) {
            terminal.flush();
            stdio.say(line);
        }

        @Override
        public Session.Screen clear(String title) {
            terminal.puts(Capability.clear_screen);
            terminal.writer().println(title + "\n");
            terminal.flush();
            return new Watched(this);
        }
    }

    /// The terminal below a title and an empty line.
    private final class Watched implements Session.Screen {
        private final Picture picture;

        Watched(Picture picture) {
            this.picture = picture;
        }

        @Override
        public void show(Session.Writing answer) throws IOException {
            terminal.output().write(new Cut(terminal.getRows() - 2, terminal.getColumns()).of(picture.written(answer)));
            terminal.flush();
        }

        @Override
        public void say(String line) {
            picture.say(line);
        }

        @Override
        public Session.Screen clear(String title) {
            return picture.clear(title);
        }
    }
}
