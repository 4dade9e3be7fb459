package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.words.InputLines;
import org.wirechief.cli.words.NodeWords;
import org.wirechief.core.Octets;

/// kamcmd without a command: reads them line by line until the end of input (spec ctl §14.7).
/// Words are parted by blanks and tabs; nothing quotes. Lines that come from a file or a pipe are
/// shown as at a terminal, which is what the original's line editor does; nothing is asked for
/// completion's sake then.
final class KamcmdShell {
    private static final String PROMPT = "kamcmd> ";

    /// What a shell shows of a program that SIGINT ended, as Ctrl-C ends the original.
    private static final int INTERRUPTED = 130;

    private final KamcmdSession session;
    private final KamcmdOutput output;
    private final Stdio stdio;

    KamcmdShell(KamcmdSession session, KamcmdOutput output, Stdio stdio) {
        this.session = session;
        this.output = output;
        this.stdio = stdio;
    }

    /// Runs until the input ends or a command says so. What goes wrong with a command is told and
    /// does not end it.
    ///
    /// @return the exit code
    int run() throws IOException {
        if (!stdio.terminals().in() || !stdio.terminals().out()) {
            InputLines input = InputLines.endingLikeKeys(stdio.in());
            output.print(KamcmdTexts.BANNER);
            return run(prompt -> next(prompt, input));
        }
        NodeWords words = session.words();
        output.print(KamcmdTexts.BANNER);
        stdio.out().flush();
        try (KamcmdTerminal terminal = KamcmdTerminal.open(words)) {
            return run(terminal);
        }
    }

    private int run(KamcmdLines lines) throws IOException {
        try {
            boolean ended = false;
            while (!ended) {
                stdio.out().flush();
                @Nullable Octets line = lines.next(PROMPT);
                ended = line == null || run(words(line));
            }
            return 0;
        } catch (KamcmdLines.Interrupted e) {
            return INTERRUPTED;
        }
    }

    private @Nullable Octets next(String prompt, InputLines input) throws IOException {
        output.print(prompt);
        stdio.out().flush();
        @Nullable Octets line = next(input);
        if (line != null && !stdio.terminals().in()) {
            output.line(line);
        }
        return line;
    }

    /// What cannot be read has ended, for the original's line editor.
    private static @Nullable Octets next(InputLines input) {
        try {
            return input.next();
        } catch (IOException e) {
            return null;
        }
    }

    private boolean run(List<Octets> words) throws IOException {
        if (words.size() - 1 > KamcmdSession.MOST_ARGUMENTS) {
            // here the original says it otherwise than on a command line
            output.print("ERROR: too many arguments (256), no more than 256 allowed\n");
            return false;
        }
        try {
            return !words.isEmpty() && session.run(words);
        } catch (KamcmdError e) {
            output.tell(e);
            return false;
        }
    }

    private static List<Octets> words(Octets line) {
        List<Octets> words = new ArrayList<>();
        byte[] bytes = line.toByteArray();
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == ' ' || bytes[i] == '\t') {
                if (i > from) {
                    words.add(Octets.copyOf(bytes, from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }
}
