package org.wirechief.cli.kamcmd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.words.InputLines;
import org.wirechief.core.Octets;

/// kamcmd without a command: reads them line by line until the end of input (spec ctl §14.7).
/// Words are parted by blanks and tabs; nothing quotes. Lines that come from a file or a pipe are
/// shown as at a terminal, which is what the original's line editor does.
final class KamcmdShell {
    private static final String PROMPT = "kamcmd> ";
    private static final int LONGEST_LINE = 1 << 20;

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
    void run() throws IOException {
        output.print(KamcmdTexts.BANNER);
        InputLines lines = InputLines.endingLikeKeys(stdio.in(), LONGEST_LINE);
        boolean ended = false;
        while (!ended) {
            output.print(PROMPT);
            stdio.out().flush();
            @Nullable Octets line = lines.next();
            if (line == null) {
                return;
            }
            if (!stdio.terminals().in()) {
                output.line(line);
            }
            ended = run(words(line));
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
