package org.wirechief.cli.call;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirechief.cli.command.CommandLine;
import org.wirechief.cli.command.DurationText;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.AnswerPrinter;
import org.wirechief.cli.output.Layout;
import org.wirechief.cli.output.ReplyFormat;
import org.wirechief.cli.words.OperandBytes;
import org.wirechief.client.ConnectOptions;

/// The options of subcommands that call a node.
///
/// @param connecting how long to wait to be connected and for each answer, and where they come to
/// @param printer how answers are printed
/// @param colours whether standard output gets colours
public record CallOptions(String address, ConnectOptions connecting, AnswerPrinter printer, boolean colours) {
    public static final Option NODE = Option.of(
            "-s, --node ADDRESS", "where the node is; without it $CHIEF_NODE, or else " + Node.DEFAULT_ADDRESS);
    public static final Option OUTPUT = Option.of("-o, --output FORMAT", "how answers are printed, text if not told")
            .among(Layout.words());
    public static final Option FORMAT =
            Option.of("-f, --format FORMAT", "print the values of an answer into FORMAT at each %v, as kamcmd does");
    public static final Option TIMEOUT =
            Option.of("--timeout DURATION", "how long to wait to be connected and for each answer, 10s if not told");
    public static final Option REPLY_DIR = Option.of(
            "--reply-dir DIR", "where reply FIFOs are made, /tmp/ if not told; it must be the server's reply_dir");
    public static final Option COLOR = Option.of(
                    "--color WHEN",
                    "colour names in text and headers of tables; auto is on a terminal if" + " NO_COLOR is not set")
            .among(List.of("auto", "always", "never"));

    /// All of them, in the order help lists them.
    public static final List<Option> ALL = List.of(NODE, OUTPUT, FORMAT, TIMEOUT, REPLY_DIR, COLOR);

    /// Reads them.
    ///
    /// @throws UsageError for a value that is not allowed, and for both a layout and a format
    public static CallOptions of(CommandLine line, Stdio stdio) throws UsageError {
        String given = stdio.environment().getOrDefault(Node.VARIABLE, "");
        String address = line.value(NODE).orElse(given.isEmpty() ? Node.DEFAULT_ADDRESS : given);
        ConnectOptions connecting = bounded(ConnectOptions.DEFAULTS);
        if (line.has(TIMEOUT)) {
            connecting = connecting.withDeadline(
                    DurationText.parse("--timeout", line.value(TIMEOUT).orElseThrow()));
        }
        return new CallOptions(address, withReplies(connecting, line), printer(line), colours(line, stdio));
    }

    /// An answer is kept as bytes, then as values: half of the memory is all the bytes may have.
    private static ConnectOptions bounded(ConnectOptions connecting) {
        long half = Runtime.getRuntime().maxMemory() / 2;
        return half < connecting.longestReply() ? connecting.withLongestReply((int) half) : connecting;
    }

    /// With the directory that the line tells, if it does.
    ///
    /// @throws UsageError when it is no path
    public static ConnectOptions withReplies(ConnectOptions connecting, CommandLine line) throws UsageError {
        return replyDirectory(line).map(connecting::withReplyDirectory).orElse(connecting);
    }

    /// The directory for answers that the line tells, if it does.
    ///
    /// @throws UsageError when it is no path
    public static Optional<Path> replyDirectory(CommandLine line) throws UsageError {
        Optional<String> directory = line.value(REPLY_DIR);
        if (directory.isPresent() && directory.get().isEmpty()) {
            throw new UsageError("--reply-dir is empty; give a directory, /tmp/ for example");
        }
        return directory.map(Path::of);
    }

    private static AnswerPrinter printer(CommandLine line) throws UsageError {
        if (!line.has(FORMAT)) {
            return Layout.of(line.value(OUTPUT).orElse(Layout.TEXT.word()));
        }
        if (line.has(OUTPUT)) {
            throw new UsageError("-f and -o cannot go together: -f says all about the output");
        }
        try {
            return ReplyFormat.parse(OperandBytes.of(line.value(FORMAT).orElseThrow()));
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
