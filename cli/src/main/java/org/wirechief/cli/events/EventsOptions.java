package org.wirechief.cli.events;

import java.time.Duration;
import java.util.List;
import org.wirechief.cli.call.CallOptions;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.CommandLine;
import org.wirechief.cli.command.CountText;
import org.wirechief.cli.command.DurationText;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.EventPrinter;
import org.wirechief.cli.output.Layout;
import org.wirechief.client.event.EventOptions;

/// The words behind `chief events`.
///
/// @param count events to print before it ends; 0 for all there will be
record EventsOptions(String node, List<String> events, EventOptions stream, EventPrinter printer, long count) {
    private static final Option OUTPUT = Option.of("-o, --output FORMAT", "how events are printed, text if not told")
            .among(EventPrinter.LAYOUTS.stream().map(Layout::word).toList());
    private static final Option COUNT = Option.of("--count N", "end after so many events");
    private static final Option EXPIRE =
            Option.of("--expire SECONDS", "how long a subscription lasts that is not renewed, 120 if not told");
    private static final Option CHECK = Option.of(
            "--check DURATION", "how often to ask whether the node still has the subscriptions, 5s if not told");
    private static final Option SOCKET = Option.of(
            "--socket SOCKET", "where to receive, udp:HOST:PORT or unix:/PATH; a free one of its own if not told");

    /// All of them, in the order help lists them.
    static final List<Option> ALL =
            List.of(CallOptions.NODE, OUTPUT, COUNT, EXPIRE, CHECK, SOCKET, CallOptions.TIMEOUT, CallOptions.REPLY_DIR);

    EventsOptions {
        events = List.copyOf(events);
    }

    /// Reads them.
    ///
    /// @throws UsageError when something is wrong or missing
    static EventsOptions of(CommandLine line, Stdio stdio) throws UsageError {
        if (line.operands().isEmpty()) {
            throw new UsageError("an EVENT is missing, such as E_PIKE_BLOCKED");
        }
        String given = stdio.environment().getOrDefault(Node.VARIABLE, "");
        String node = line.value(CallOptions.NODE).orElse(given.isEmpty() ? Node.DEFAULT_ADDRESS : given);
        EventPrinter printer = new EventPrinter(Layout.of(line.value(OUTPUT).orElse(Layout.TEXT.word())));
        long count =
                line.has(COUNT) ? CountText.parse("--count", line.value(COUNT).orElseThrow()) : 0;
        return new EventsOptions(node, line.operands(), stream(line), printer, count);
    }

    private static EventOptions stream(CommandLine line) throws UsageError {
        // the stop of the command waits for the last call
        EventOptions stream = EventOptions.DEFAULTS.withAwaited(true);
        if (line.has(EXPIRE)) {
            stream = stream.withExpiry(Duration.ofSeconds(
                    CountText.parse("--expire", line.value(EXPIRE).orElseThrow())));
        }
        if (line.has(CHECK)) {
            stream = stream.withCheck(
                    DurationText.parse("--check", line.value(CHECK).orElseThrow()));
        }
        if (line.has(CallOptions.TIMEOUT)) {
            stream = stream.withDeadline(DurationText.parse(
                    "--timeout", line.value(CallOptions.TIMEOUT).orElseThrow()));
        }
        stream =
                CallOptions.replyDirectory(line).map(stream::withReplyDirectory).orElse(stream);
        return line.has(SOCKET) ? stream.withSocket(line.value(SOCKET).orElseThrow()) : stream;
    }
}
