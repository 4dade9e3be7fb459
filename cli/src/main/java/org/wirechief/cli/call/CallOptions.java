package org.wirechief.cli.call;

import java.time.Duration;
import java.util.List;
import org.wirechief.cli.command.CommandLine;
import org.wirechief.cli.command.DurationText;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.AnswerPrinter;
import org.wirechief.cli.output.Layout;
import org.wirechief.cli.output.ReplyFormat;
import org.wirechief.client.ConnectOptions;

/// The options of subcommands that call a node.
///
/// @param timeout for connecting, and for each answer
/// @param printer how answers are printed
/// @param colours whether standard output gets colours
public record CallOptions(String address, Duration timeout, AnswerPrinter printer, boolean colours) {
    public static final Option NODE = Option.of(
            "-s, --node ADDRESS", "where the node is; without it $CHIEF_NODE, or else " + Node.DEFAULT_ADDRESS);
    public static final Option OUTPUT = Option.of("-o, --output FORMAT", "how answers are printed, text if not told")
            .among(Layout.words());
    public static final Option FORMAT =
            Option.of("-f, --format FORMAT", "print the values of an answer into FORMAT at each %v, as kamcmd does");
    public static final Option TIMEOUT =
            Option.of("--timeout DURATION", "how long to wait to be connected and for each answer, 10s if not told");
    public static final Option COLOR = Option.of(
                    "--color WHEN",
                    "colour names in text and headers of tables; auto is on a terminal if" + " NO_COLOR is not set")
            .among(List.of("auto", "always", "never"));

    /// All of them, in the order help lists them.
    public static final List<Option> ALL = List.of(NODE, OUTPUT, FORMAT, TIMEOUT, COLOR);

    /// Reads them.
    ///
    /// @throws UsageError for a value that is not allowed, and for both a layout and a format
    public static CallOptions of(CommandLine line, Stdio stdio) throws UsageError {
        String given = stdio.environment().getOrDefault(Node.VARIABLE, "");
        String address = line.value(NODE).orElse(given.isEmpty() ? Node.DEFAULT_ADDRESS : given);
        Duration timeout = line.has(TIMEOUT)
                ? DurationText.parse("--timeout", line.value(TIMEOUT).orElseThrow())
                : ConnectOptions.DEFAULTS.deadline();
        return new CallOptions(address, timeout, printer(line), colours(line, stdio));
    }

    private static AnswerPrinter printer(CommandLine line) throws UsageError {
        if (!line.has(FORMAT)) {
            return Layout.of(line.value(OUTPUT).orElse(Layout.TEXT.word()));
        }
        if (line.has(OUTPUT)) {
            throw new UsageError("-f and -o cannot go together: -f says all about the output");
        }
        try {
            return ReplyFormat.parse(line.value(FORMAT).orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private static boolean colours(CommandLine line, Stdio stdio) {
        return switch (line.value(COLOR).orElse("auto")) {
            case "always" -> true;
            case "never" -> false;
            default ->
                stdio.terminals().out()
                        && stdio.environment().getOrDefault("NO_COLOR", "").isEmpty();
        };
    }
}
