package org.wirechief.cli.shell;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.words.InputLines;
import org.wirechief.core.Octets;

/// The shell where there is no terminal: lines as they come, answers as they are.
final class PlainShell {
    private PlainShell() {}

    /// Reads to the end of standard input, or to `quit`.
    ///
    /// @return the exit code of the last line that failed
    static int run(Session session, Stdio stdio) throws IOException {
        InputLines lines = InputLines.of(stdio.in());
        var screen = new Paper(stdio, session.hasColours());
        ExitCode exit = ExitCode.SUCCESS;
        // asked before it reads: the next line may be long in coming
        while (!session.isOver()) {
            @Nullable Octets line;
            try {
                line = lines.next();
            } catch (IOException e) {
                stdio.say("chief shell: cannot read standard input: " + e.getMessage());
                return ExitCode.USAGE.code();
            }
            if (line == null) {
                break;
            }
            ExitCode code = session.execute(line, screen);
            exit = code == ExitCode.SUCCESS ? exit : code;
        }
        return exit.code();
    }

    /// Standard output, a line after the other.
    private record Paper(Stdio stdio, boolean colours) implements Session.Screen {
        @Override
        public void show(Session.Writing answer) throws IOException {
            answer.to(new ByteSink(stdio.out(), colours));
            stdio.out().flush();
        }

        @Override
        public void say(String line) {
            stdio.say(line);
        }

        @Override
        public Session.Screen clear(String title) {
            // what was printed stays
            return this;
        }
    }
}
