package org.wirechief.cli.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What a process has around it: data goes to `out`, talk to `err`.
///
/// @param out buffered; whoever runs a subcommand flushes it at the end
/// @param environment the variables of the process
/// @param terminals which of the three streams are terminals
public record Stdio(
        InputStream in, OutputStream out, PrintStream err, Map<String, String> environment, Terminals terminals) {
    private static final int BUFFER = 64 * 1024;

    /// Which streams are terminals.
    public record Terminals(boolean in, boolean out, boolean err) {
        public static final Terminals NONE = new Terminals(false, false, false);
    }

    public Stdio {
        environment = Map.copyOf(environment);
    }

    /// That of this process.
    public static Stdio ofProcess() {
        return new Stdio(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                new Terminals(isTerminal(0), isTerminal(1), isTerminal(2)));
    }

    /// Writes a line of talk.
    public void say(String line) {
        err.print(line + "\n");
    }

    /// Writes text to standard output.
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Standard output for code that prints lines; each is flushed.
    public PrintStream printStream() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    // Asks /proc, as the JDK's own answer takes all three streams together.
    private static boolean isTerminal(int descriptor) {
        try {
            String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty") || file.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
