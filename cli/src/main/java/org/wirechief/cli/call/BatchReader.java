package org.wirechief.cli.call;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.words.InputLines;
import org.wirechief.cli.words.WordSplitter;
import org.wirechief.core.Octets;

/// Reads lines and sends the calls in them, until the input ends or it is interrupted.
///
/// @param lines gets what became of each line, in order; bounded, so that reading waits for
///     printing
record BatchReader(InputStream in, Node node, BlockingQueue<BatchLine> lines) implements Runnable {
    @Override
    public void run() {
        try {
            lines.put(new BatchLine.End(readAll()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns why the input cannot be read on, nothing when it ended.
    private String readAll() throws InterruptedException {
        InputLines input = InputLines.of(in);
        try {
            long number = 0;
            for (Octets line = input.next(); line != null; line = input.next()) {
                number++;
                if (line.isEmpty() || line.at(0) != '#') {
                    take(line, number);
                }
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (RuntimeException | Error e) {
            // whoever prints waits for the end of the lines, whatever happens here
            return e.toString();
        }
    }

    private void take(Octets line, long number) throws InterruptedException {
        try {
            List<Octets> words = WordSplitter.split(line);
            if (!words.isEmpty()) {
                CallLine call = CallLine.of(words, node.address());
                lines.put(new BatchLine.Sent(number, call.method(), node.start(call)));
            }
        } catch (UsageError e) {
            lines.put(new BatchLine.Wrong(number, String.valueOf(e.getMessage())));
        }
    }
}
