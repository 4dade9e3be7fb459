package org.wirechief.cli.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.output.AnswerPrinter;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.output.Layout;
import org.wirechief.core.Value;

/// Calls from standard input, over one connection: [BatchReader] sends them in a thread of its own,
/// this prints the answers in the order of the lines.
final class Batch {
    /// Lines that are read ahead of the answer that is printed next.
    private static final int AHEAD = 256;

    private final Node node;
    private final AnswerPrinter printer;
    private final Stdio stdio;
    private final ByteSink out;
    private final BlockingQueue<BatchLine> lines = new ArrayBlockingQueue<>(AHEAD);
    private ExitCode exit = ExitCode.SUCCESS;
    private boolean printed;

    Batch(Node node, CallOptions options, Stdio stdio) {
        this.node = node;
        this.printer = options.printer();
        this.stdio = stdio;
        this.out = new ByteSink(stdio.out(), options.colours());
    }

    /// Runs until the input ends, or a call gets no answer.
    ///
    /// @return the gravest that happened: no answer, a line that is none, a fault
    ExitCode run() throws IOException {
        Thread reader =
                Thread.ofPlatform().daemon().name("standard input").start(new BatchReader(stdio.in(), node, lines));
        try {
            return printAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            reader.interrupt();
        }
    }

    private ExitCode printAll() throws IOException, InterruptedException {
        while (true) {
            switch (next()) {
                case BatchLine.End(String problem) -> {
                    if (!problem.isEmpty()) {
                        tell(ExitCode.USAGE, "cannot read standard input: " + problem);
                    }
                    return exit;
                }
                case BatchLine.Wrong(long number, String problem) ->
                    tell(ExitCode.USAGE, "line " + number + ": " + problem);
                case BatchLine.Sent sent -> {
                    try {
                        print(sent, answer(sent.answer()));
                    } catch (NoAnswer e) {
                        tell(e.exit(), "line " + sent.number() + ": " + e.getMessage() + alsoSent());
                        return e.exit();
                    }
                }
            }
        }
    }

    /// Whoever reads the answers while more calls come must not wait for those already there.
    private BatchLine next() throws IOException, InterruptedException {
        BatchLine line = lines.poll();
        if (line == null) {
            stdio.out().flush();
            line = lines.take();
        }
        return line;
    }

    private Answer answer(CompletableFuture<Answer> answer) throws IOException, InterruptedException, NoAnswer {
        if (!answer.isDone()) {
            stdio.out().flush();
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw Node.noAnswer(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private void print(BatchLine.Sent sent, Answer answer) throws IOException {
        if (printer == Layout.NDJSON) {
            printer.print(List.of(record(sent, answer)), out);
        }
        switch (answer) {
            case Answer.Values(List<Value> values) -> {
                if (printer != Layout.NDJSON) {
                    out.text(printed ? printer.separator() : "");
                    printer.print(values, out);
                    printed = true;
                }
            }
            case Answer.Faulted fault ->
                tell(ExitCode.FAULT, "line " + sent.number() + ": " + sent.method() + ": " + fault.line());
        }
    }

    /// A line of NDJSON tells which call it is about.
    private static Value record(BatchLine.Sent sent, Answer answer) {
        Value.Member outcome = switch (answer) {
            case Answer.Values(List<Value> values) -> new Value.Member("values", new Value.Arr(values));
            case Answer.Faulted(int code, String reason) ->
                new Value.Member(
                        "fault",
                        new Value.Struct(List.of(
                                new Value.Member("code", Value.of(code)),
                                new Value.Member("reason", Value.of(reason)))));
        };
        return new Value.Struct(List.of(
                new Value.Member("line", Value.of(sent.number())),
                new Value.Member("method", Value.of(sent.method())),
                outcome));
    }

    /// What of the lines behind one without an answer is known.
    private String alsoSent() {
        List<Long> numbers = lines.stream()
                .filter(BatchLine.Sent.class::isInstance)
                .map(line -> ((BatchLine.Sent) line).number())
                .toList();
        return numbers.isEmpty()
                ? ""
                : "; the calls of lines " + numbers.getFirst() + " to " + numbers.getLast()
                        + " were sent and may have run";
    }

    private void tell(ExitCode what, String line) throws IOException {
        stdio.out().flush();
        stdio.say("chief call: " + line);
        exit = what.code() > exit.code() ? what : exit;
    }
}
