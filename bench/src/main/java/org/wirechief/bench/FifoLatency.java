package org.wirechief.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Calls over FIFOs one after the other, by a bare C program: of a server, and of its other half,
/// which does the opens, reads, writes and closes of a server and nothing else.
final class FifoLatency {
    private static final Path COMPILER = Path.of("/usr/bin/gcc");
    private static final long LONGEST_MINUTES = 2;

    private final Path program;
    private final int calls;

    /// @param program what [#compile] made
    /// @param calls a measurement
    FifoLatency(Path program, int calls) {
        this.program = program;
        this.calls = calls;
    }

    /// What one measurement found.
    ///
    /// @param reply to each call
    /// @param p50 of the calls, in nanoseconds
    record Found(String reply, double p50, double p99) {
        /// What the program printed.
        static Found parse(String text) throws IOException {
            List<String> lines = text.lines().toList();
            if (lines.size() == 2 && lines.getLast().matches("\\d+ \\d+")) {
                String[] numbers = lines.getLast().split(" ");
                return new Found(lines.getFirst(), Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
            }
            throw new IOException("no measurement: " + text.strip());
        }
    }

    static boolean isPossible() {
        return Files.isExecutable(COMPILER);
    }

    /// @param source `fifo_latency.c`
    /// @param folder for what is made
    /// @throws IOException with what the compiler says
    static Path compile(Path source, Path folder) throws IOException, InterruptedException {
        Path program = folder.resolve("fifo_latency");
        run(List.of(COMPILER.toString(), "-O2", "-o", program.toString(), source.toString()));
        return program;
    }

    /// A bare server, which is to be destroyed.
    ///
    /// @param fifo that it makes
    /// @param reply it always gives
    Process serve(Path fifo, Path replies, String reply) throws IOException, InterruptedException {
        Process server = new ProcessBuilder(program.toString(), "serve", fifo.toString(), replies.toString(), reply)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (server.isAlive() && !Files.exists(fifo)) {
            Thread.sleep(10);
        }
        // between making the FIFO and opening it
        Thread.sleep(100);
        return server;
    }

    /// Calls the server of a FIFO.
    Found ask(Path fifo, Path replies, String json) throws IOException, InterruptedException {
        return Found.parse(run(List.of(
                program.toString(), "ask", fifo.toString(), replies.toString(), json, Integer.toString(calls))));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + ": " + said.strip());
        }
        return said;
    }
}
