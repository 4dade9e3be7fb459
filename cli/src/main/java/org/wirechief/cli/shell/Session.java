package org.wirechief.cli.shell;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.call.Answer;
import org.wirechief.cli.call.CallLine;
import org.wirechief.cli.call.CallOptions;
import org.wirechief.cli.call.MethodQuestion;
import org.wirechief.cli.call.NoAnswer;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.DurationText;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.AnswerPrinter;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.output.Layout;
import org.wirechief.cli.words.WordSplitter;
import org.wirechief.client.ConnectOptions;
import org.wirechief.core.Octets;

/// What is typed, done: which node is spoken to, how answers are printed, and each line.
///
/// One thread at a time. A line that is interrupted ends soon; what it called may run all the same.
final class Session implements AutoCloseable {
    private final ConnectOptions connecting;
    private final boolean colours;
    private AnswerPrinter printer;
    private String address;
    private @Nullable Node node;
    private boolean over;

    Session(CallOptions options) {
        this.connecting = options.connecting();
        this.colours = options.colours();
        this.printer = options.printer();
        this.address = options.address();
    }

    String address() {
        return address;
    }

    ConnectOptions connecting() {
        return connecting;
    }

    /// Whether `quit` was typed.
    boolean isOver() {
        return over;
    }

    /// Does what a line says.
    ///
    /// @return success, or why it was none, which the screen was told
    /// @throws IOException when the screen takes nothing more
    ExitCode execute(Octets line, Screen screen) throws IOException {
        try {
            List<Octets> words = WordSplitter.split(line);
            if (words.isEmpty() || words.getFirst().toString().startsWith("#")) {
                return ExitCode.SUCCESS;
            }
            Optional<OwnCommand> own = OwnCommand.of(words.getFirst().toString());
            return own.isPresent() ? own(own.get(), words, screen) : call(CallLine.of(words, address), screen);
        } catch (UsageError e) {
            screen.say(String.valueOf(e.getMessage()));
            return ExitCode.USAGE;
        }
    }

    private ExitCode own(OwnCommand own, List<Octets> words, Screen screen) throws UsageError, IOException {
        List<Octets> rest = words.subList(1, words.size());
        return switch (own) {
            case HELP -> rest.isEmpty() ? help(screen) : methodHelp(rest.getFirst(), screen);
            case USE -> use(one(own, rest), screen);
            case WATCH -> watch(rest, screen);
            case OUTPUT -> output(one(own, rest));
            case QUIT, EXIT -> {
                over = true;
                yield ExitCode.SUCCESS;
            }
        };
    }

    private static String one(OwnCommand own, List<Octets> words) throws UsageError {
        if (words.size() != 1) {
            throw new UsageError("usage: " + own.synopsis());
        }
        return words.getFirst().toString();
    }

    private static ExitCode help(Screen screen) throws IOException {
        StringBuilder text = new StringBuilder();
        for (OwnCommand own : OwnCommand.values()) {
            text.append("%-30s  %s%n".formatted(own.synopsis(), own.summary()));
        }
        text.append("METHOD [ARG...]                 call a method of the node; TAB lists them\n");
        screen.show(out -> {
            var _ = out.text(text.toString());
        });
        return ExitCode.SUCCESS;
    }

    private ExitCode methodHelp(Octets method, Screen screen) throws UsageError, IOException {
        return ask(MethodQuestion.of(method, address)::ask, screen);
    }

    /// The node stays what it was when nobody answers at the other.
    private ExitCode use(String other, Screen screen) throws UsageError, IOException {
        try {
            Node connected = Node.connect(other, connecting);
            close();
            node = connected;
            address = other;
            return ExitCode.SUCCESS;
        } catch (NoAnswer e) {
            return failed(e, screen);
        }
    }

    private ExitCode output(String format) throws UsageError {
        if (!Layout.words().contains(format)) {
            throw new UsageError("output '" + format + "': allowed are " + String.join(", ", Layout.words()));
        }
        printer = Layout.of(format);
        return ExitCode.SUCCESS;
    }

    private ExitCode watch(List<Octets> words, Screen screen) throws UsageError, IOException {
        if (words.size() < 2) {
            throw new UsageError("usage: " + OwnCommand.WATCH.synopsis());
        }
        Duration pause = DurationText.parse("watch", words.getFirst().toString());
        CallLine line = CallLine.of(words.subList(1, words.size()), address);
        ExitCode last = ExitCode.SUCCESS;
        while (!Thread.currentThread().isInterrupted()) {
            Screen picture = screen.clear("every " + words.getFirst() + " s at " + address + ": " + line.method());
            last = call(line, picture);
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                break;
            }
        }
        return last;
    }

    private ExitCode call(CallLine line, Screen screen) throws UsageError, IOException {
        return ask(node -> node.call(line), screen);
    }

    private ExitCode ask(Question question, Screen screen) throws UsageError, IOException {
        try {
            switch (question.ask(connected())) {
                case Answer.Values(var values) -> {
                    screen.show(out -> printer.print(values, out));
                    return ExitCode.SUCCESS;
                }
                case Answer.Faulted fault -> {
                    screen.say(fault.line());
                    return ExitCode.FAULT;
                }
            }
        } catch (NoAnswer e) {
            // The next line connects again; this one is not sent twice.
            if (e.exit() != ExitCode.TIMEOUT) {
                close();
            }
            return failed(e, screen);
        }
    }

    private static ExitCode failed(NoAnswer e, Screen screen) {
        screen.say(String.valueOf(e.getMessage()));
        return e.exit();
    }

    private Node connected() throws UsageError, NoAnswer {
        Node open = node;
        if (open == null) {
            open = Node.connect(address, connecting);
            node = open;
        }
        return open;
    }

    boolean hasColours() {
        return colours;
    }

    @Override
    public void close() {
        Node open = node;
        node = null;
        if (open != null) {
            open.close();
        }
    }

    /// What a node is asked.
    @FunctionalInterface
    private interface Question {
        Answer ask(Node node) throws NoAnswer;
    }

    /// Where answers go.
    interface Screen {
        /// Shows an answer.
        void show(Writing answer) throws IOException;

        /// Says that something went wrong.
        void say(String line);

        /// Begins a picture that replaces the one before.
        ///
        /// @return where it is shown: as much of it as there is room for, and nobody is asked
        Screen clear(String title) throws IOException;
    }

    /// Writes an answer.
    @FunctionalInterface
    interface Writing {
        void to(ByteSink out) throws IOException;
    }
}
