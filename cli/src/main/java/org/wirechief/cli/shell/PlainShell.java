package org.wirechief.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.ByteSink;

/// The shell where there is no terminal: lines as they come, answers as they are.
final class PlainShell {
    private PlainShell() {}

    /// Reads to the end of standard input, or to `quit`.
    ///
    /// @return the exit code of the last line that failed
    static int run(Session session, Stdio stdio) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(stdio.in(), StandardCharsets.UTF_8));
        var screen = new Paper(stdio, session.hasColours());
        ExitCode exit = ExitCode.SUCCESS;
        for (String line = lines.readLine(); line != null && !session.isOver(); line = lines.readLine()) {
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
        public void clear(String title) {
            // what was printed stays
        }
    }
}
