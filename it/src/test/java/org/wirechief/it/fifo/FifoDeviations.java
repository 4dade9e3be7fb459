package org.wirechief.it.fifo;

import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What this server answers to captured requests of the line protocol otherwise than Kamailio
/// 5.6.3, by the vector's name, with `*` for the carrier. The reasons stand in
/// docs/interpretation.md, where the vectors are named. An empty answer is
/// none, one that ends in `*` the beginning of one.
final class FifoDeviations {
    private static final String COMMAND_LINE = "400 a request begins with :command:reply-fifo, its ";
    private static final String REPLY_NAME = "400 the name of a reply FIFO cannot hold a dot, a slash or a backslash\n";
    /// The beginning of an answer.
    private static final String NUMBERS = "200 OK\ncore.*";
    private static final String SIGNATURE = "200 OK\ncore.echo [value:any ...]\n";

    /// As the protocol was meant.
    static final Map<String, String> INTENDED = Map.ofEntries(
            Map.entry("fifo/*/methodHelp-noparam", "400 Method Name Expected\n"),
            Map.entry("fifo/*/methodSignature", SIGNATURE),
            Map.entry("fifo/*/echo", "200 OK\nabc\n"),
            Map.entry("fifo/*/prints-0", "200 OK\n"),
            Map.entry("fifo/*/prints-2", "200 OK\na\nb\n"),
            Map.entry("fifo/*/prints-4", "200 OK\na\nb\nc\nd\n"),
            Map.entry("fifo/*/printi-4", "200 OK\n1\n2\n3\n4\n"),
            Map.entry("fifo/*/printi-hex", "400 Invalid parameter value on line 2\n"),
            Map.entry("fifo/*/printi-emptyline", "200 OK\n1\n"),
            Map.entry("fifo/*/cfg-get", "400 Failed to get the variable\n"),
            Map.entry("fifo/*/stats-fetchn", NUMBERS),
            Map.entry("fifo/*/cfg-get-2lines", "200 OK\n2\n"),
            Map.entry("fifo/*/cfg-list-core", "200 OK\n"),
            Map.entry("fifo/*/cnt-bad", "400 non-existent counter core.nope\n"),
            Map.entry("fifo/*/echo-back-escapes", "200 OK\n-\na\\nb\\tc\\\\d\\0e,f:g,h:i\n"),
            Map.entry("fifo/*/spaces-trim", "200 OK\n-\n  lead and trail  \\t \n"),
            Map.entry("fifo/*/no-colon", COMMAND_LINE + "first line has no colon\n"),
            Map.entry("fifo/*/garbage", COMMAND_LINE + "first line has no colon\n"),
            Map.entry("fifo/*/no-second-colon", COMMAND_LINE + "second colon is missing\n"),
            Map.entry("fifo/*/empty-command", COMMAND_LINE + "command is empty\n"),
            Map.entry("fifo/*/empty-command-5bytes", COMMAND_LINE + "command is empty\n"),
            Map.entry("fifo/*/empty-line", ""),
            Map.entry("fifo/*/short-5", "500 Command 'a' not found\n"),
            Map.entry("fifo/*/bad-replyname-dot", REPLY_NAME),
            Map.entry("fifo/*/bad-replyname-slash", REPLY_NAME),
            Map.entry("fifo/*/bad-replyname-bslash", REPLY_NAME),
            Map.entry("fifopipe/prints", "200 OK\n-\nabc\n-\ndef\n"),
            Map.entry("fifopipe/crlf", "200 OK\nkamailio 5.6.3 (x86_64/linux) \n"),
            Map.entry("fifo/*/many-params-600", "200 OK\n" + lines(i -> "-\np" + i + "\n")));

    /// With `fifo_compat`.
    static final Map<String, String> COMPAT = Map.of(
            "fifo/*/stats-fetchn",
            NUMBERS,
            "fifo/*/methodSignature",
            SIGNATURE,
            "fifo/*/printi-emptyline",
            "400 Invalid parameter value on line 3\n",
            "fifo/*/many-params-600",
            "200 OK\n" + lines(i -> "p" + i + "\n") + "p599\n");

    private FifoDeviations() {}

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, 600).mapToObj(line).collect(Collectors.joining());
    }

    static Map<String, String> of(boolean compat) {
        return compat ? COMPAT : INTENDED;
    }
}
