package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.words.NodeWords;
import org.wirechief.core.Octets;

/// Lines typed at a terminal, with completion, and with a history that ends with kamcmd (spec ctl
/// §14.7).
final class KamcmdTerminal implements KamcmdLines, AutoCloseable {
    private final Terminal terminal;
    private final LineReader reader;

    private KamcmdTerminal(Terminal terminal, KamcmdCompletion completion) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("kamcmd")
                // words are parted by blanks; nothing quotes
                .parser(new DefaultParser()
                        .quoteChars(new char[0])
                        .escapeChars(new char[0])
                        .eofOnEscapedNewLine(false))
                .completer((_, line, candidates) -> complete(completion, line, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .build();
    }

    static KamcmdTerminal open(NodeWords words) throws IOException {
        Terminal terminal =
                TerminalBuilder.builder().name("kamcmd").system(true).build();
        return new KamcmdTerminal(terminal, new KamcmdCompletion(words));
    }

    private static void complete(KamcmdCompletion completion, ParsedLine line, List<Candidate> candidates) {
        String begun = line.word().substring(0, line.wordCursor());
        completion.after(line.words().subList(0, line.wordIndex())).stream()
                .filter(word -> word.startsWith(begun))
                .forEach(word -> candidates.add(new Candidate(word)));
    }

    @Override
    public @Nullable Octets next(String prompt) throws Interrupted {
        try {
            return Octets.of(reader.readLine(prompt));
        } catch (UserInterruptException e) {
            throw new Interrupted();
        } catch (EndOfFileException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
