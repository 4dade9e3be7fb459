package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.ScriptedNode;

/// `chief call -`.
class CallManyIT {
    /// Calls on one stream that have no answer yet (docs/cli.md).
    private static final int UNDER_WAY = 64;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Outcome call(String address, String input, String... options) {
        return call(address, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), options);
    }

    private Outcome call(String address, InputStream input, String... options) {
        List<String> words = new ArrayList<>(List.of("call", "-s", address, "-"));
        words.addAll(List.of(options));
        Stdio stdio = new Stdio(
                input, out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), Stdio.Terminals.NONE);
        int exit = Cli.with(List.of()).run(words, stdio);
        return new Outcome(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /// In datagrams too, where only one call may be under way for that.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp", "unixd", "udp"})
    void runsInTheOrderOfTheLines(String transport) throws Exception {
        List<String> ran = new CopyOnWriteArrayList<>();
        CommandSpec note = CommandSpec.named("t.note").run((call, reply) -> {
            String word = call.args().text(0).toString();
            ran.add(word);
            reply.add("ran " + word);
        });
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder.command(note), ctl -> ctl)) {
            List<String> words = IntStream.range(0, 3000).mapToObj(i -> "w" + i).toList();
            String input = words.stream().map(word -> "t.note " + word + "\n").collect(Collectors.joining());

            Outcome outcome = call(server.address(transport), input);

            assertThat(outcome.exit()).as(outcome.stderr()).isZero();
            assertThat(outcome.stdout().lines().toList())
                    .isEqualTo(words.stream().map(word -> "ran " + word).toList());
            assertThat(ran).isEqualTo(words);
        }
    }

    /// The node answers none of them before so many have come, and so on.
    @ParameterizedTest
    @EnumSource
    void manyAreUnderWayAtATimeOnOneStream(ScriptedNode.Stream stream) throws Exception {
        int calls = 10 * UNDER_WAY;
        List<byte[]> waiting = new ArrayList<>();
        try (ScriptedNode node = ScriptedNode.start(stream, request -> {
            String argument = new String(ScriptedNode.body(request), StandardCharsets.US_ASCII);
            byte[] text = {0x21, (byte) argument.charAt(argument.length() - 2), 0};
            waiting.add(ScriptedNode.packet(1, ScriptedNode.cookie(request), text));
            return waiting.size() < UNDER_WAY ? new byte[0] : takeAll(waiting);
        })) {
            String input = IntStream.range(0, calls)
                    .mapToObj(i -> "m x" + i % 10 + "\n")
                    .collect(Collectors.joining());

            assertThat(call(node.address(), input))
                    .isEqualTo(new Outcome(0, "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n".repeat(calls / 10), ""));
            assertThat(node.requests()).hasSize(calls);
        }
    }

    private static byte[] takeAll(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(all::writeBytes);
        packets.clear();
        return all.toByteArray();
    }

    /// Each has its time limit for itself, however long those before it took.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "udp"})
    void slowCallsBehindEachOtherAreNoTimeout(String transport) throws Exception {
        CommandSpec slow = CommandSpec.named("t.slow").blocking().run((_, reply) -> {
            Thread.sleep(2000);
            reply.add("done");
        });
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder.command(slow), ctl -> ctl)) {
            Outcome outcome = call(server.address(transport), "t.slow\n".repeat(3), "--timeout", "3s");

            assertThat(outcome).isEqualTo(new Outcome(0, "done\n".repeat(3), ""));
        }
    }

    /// Who writes a call and waits for its answer gets it.
    @Test
    void answersDoNotWaitForTheNextLine() throws Exception {
        try (LiveServer server = LiveServer.start(builder -> builder);
                PipedInputStream input = new PipedInputStream()) {
            CompletableFuture<Outcome> ended;
            try (PipedOutputStream keys = new PipedOutputStream(input)) {
                ended = CompletableFuture.supplyAsync(
                        () -> call(server.address("unixs"), input), Thread::startVirtualThread);
                for (String word : List.of("one", "two")) {
                    keys.write(("core.echo " + word + "\n").getBytes(StandardCharsets.UTF_8));
                    keys.flush();
                    Awaitility.await()
                            .atMost(RawStream.LIMIT)
                            .until(() -> out.toString(StandardCharsets.UTF_8).endsWith(word + "\n"));
                }
            }

            assertThat(ended.join()).isEqualTo(new Outcome(0, "one\ntwo\n", ""));
        }
    }

    @Test
    void faultsAndWrongLinesAreToldAndPassedOver() throws Exception {
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            String input =
                    "no.such\n\n  \n#no.such\ncore.echo 'x\ncore.echo i:x\r\ncore.echo \"a b\" 'c'\\ d\r\ncore.echo last";

            assertThat(call(server.address("unixs"), input)).isEqualTo(new Outcome(2, "a b\nc d\nlast\n", """
                            chief call: line 1: no.such: error: 500 - command no.such not found
                            chief call: line 5: the ' at column 11 is not closed
                            chief call: line 6: 'i:x' is no integer of 64 bits
                            """));
        }
    }

    @Test
    void aLineThatTheCarrierHasNoRoomForIsToldAndPassedOver() throws Exception {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl)) {
            String input = "core.echo a\ncore.echo " + "x".repeat(70_000) + "\ncore.echo b\n";

            Outcome outcome = call(server.address("udp"), input);

            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.stdout()).isEqualTo("a\nb\n");
            assertThat(outcome.stderr())
                    .matches("chief call: line 2: a call of 700\\d\\d bytes does not fit a datagram of 65507:"
                            + " call over unixs or tcp\n");
        }
    }

    @Test
    void anInputThatBreaksEndsTheRun() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("no input");
            }

            @Override
            public int read(byte[] into, int at, int max) {
                return read();
            }
        };
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            assertThat(call(server.address("unixs"), broken)).isEqualTo(new Outcome(2, "", """
                            chief call: cannot read standard input: java.lang.IllegalStateException: no input
                            """));
        }
    }

    @Test
    void aFaultAloneEndsWithOne() throws Exception {
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            assertThat(call(server.address("unixs"), "core.echo a\nno.such\ncore.echo b\n")
                            .exit())
                    .isOne();
        }
    }

    @Test
    void bytesComeBackAsTheyWere() throws Exception {
        byte[] line = "core.echo \u00ff\u00fe\u0080x\n".getBytes(StandardCharsets.ISO_8859_1);
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            call(server.address("tcp"), new ByteArrayInputStream(line));

            assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo("\u00ff\u00fe\u0080x\n");
        }
    }

    @Test
    void aNodeThatDiesEndsTheRun() throws Exception {
        int[] answered = new int[1];
        try (ScriptedNode node = ScriptedNode.start(request -> answered[0]++ < 2
                ? ScriptedNode.packet(1, ScriptedNode.cookie(request), new byte[] {0x21, 'a', 0})
                : null)) {
            Outcome outcome = call(node.address(), "m 1\nm 2\nm 3\nm 4\n");

            assertThat(outcome.exit()).isEqualTo(5);
            assertThat(outcome.stdout()).isEqualTo("a\na\n");
            assertThat(outcome.stderr())
                    .startsWith("chief call: line 3: " + node.address())
                    .hasLineCount(1);
        }
    }

    @Test
    void aSilentNodeEndsTheRun() throws Exception {
        try (ScriptedNode node = ScriptedNode.start(_ -> new byte[0])) {
            Outcome outcome = call(node.address(), "m 1\nm 2\n", "--timeout", "200ms");

            assertThat(outcome.exit()).isEqualTo(4);
            assertThat(outcome.stderr())
                    .startsWith("chief call: line 1: " + node.address())
                    .hasLineCount(1);
        }
    }
}
