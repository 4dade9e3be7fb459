package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Calls over FIFOs one after the other, by a bare C program: of a server, and of its other half,
/// which does the opens, reads, writes and closes of a server and nothing else.
final class FifoLatency {
    private final Path program;
    private final int calls;

    /// @param program made of `fifo_latency.c`
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
        return Found.parse(Tool.run(List.of(
                program.toString(), "ask", fifo.toString(), replies.toString(), json, Integer.toString(calls))));
    }
}
