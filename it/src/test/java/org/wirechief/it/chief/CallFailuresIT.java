package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.ScriptedDatagramNode;
import org.wirechief.it.live.ScriptedNode;
import org.wirechief.it.live.ScriptedNode.Script;
import org.wirechief.it.live.TempFolder;

/// A call that gets no answer: `chief call` ends in time, with the exit code for what happened and
/// one line that says it.
class CallFailuresIT {
    static List<Script> brokenReplies() {
        return List.of(
                // killed before it answers
                _ -> null,
                _ -> "HTTP/1.1 200 OK".getBytes(StandardCharsets.UTF_8),
                CallFailuresIT::withAnotherCookie,
                request -> request,
                // broken records
                request -> ScriptedNode.packet(1, ScriptedNode.cookie(request), new byte[] {0x07}),
                // too long
                _ -> Arrays.copyOf(new byte[] {(byte) 0xA1, 0x1F, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, 10));
    }

    private static byte[] withAnotherCookie(byte[] request) {
        byte[] cookie = ScriptedNode.cookie(request);
        cookie[cookie.length - 1] ^= 1;
        return ScriptedNode.packet(1, cookie, new byte[] {0x21, 'a', 0});
    }

    @ParameterizedTest
    @EnumSource
    void brokenReplies(ScriptedNode.Stream stream) throws Exception {
        for (Script script : brokenReplies()) {
            try (TempFolder folder = TempFolder.create();
                    ScriptedNode node = ScriptedNode.start(stream, script)) {
                Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "20s", "m");

                saysOneLine(outcome, 5, node.address());
            }
        }
    }

    /// Half of a header, and an answer without its last byte: the node dies in the middle.
    @ParameterizedTest
    @EnumSource
    void killedInTheMiddle(ScriptedNode.Stream stream) throws Exception {
        for (int bytes : new int[] {1, 3, 100}) {
            try (TempFolder folder = TempFolder.create();
                    ScriptedNode node = ScriptedNode.breaking(
                            stream, reply -> Arrays.copyOf(reply, Math.min(bytes, reply.length - 1)))) {
                Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "20s", "m");

                saysOneLine(outcome, 5, node.address());
            }
        }
    }

    /// One that never answers, and one that stays silent after half a header.
    @ParameterizedTest
    @EnumSource
    void silent(ScriptedNode.Stream stream) throws Exception {
        for (int bytes : new int[] {0, 3}) {
            try (TempFolder folder = TempFolder.create();
                    ScriptedNode node =
                            ScriptedNode.start(stream, _ -> Arrays.copyOf(new byte[] {(byte) 0xA1, 0x13, 5}, bytes))) {
                Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "1s", "m");

                saysOneLine(outcome, 4, node.address());
                assertThat(outcome.stderr()).contains("1000 ms");
            }
        }
    }

    static List<Arguments> datagrams() {
        return List.of(
                Arguments.of(4, "no answer within 500 ms", (ScriptedDatagramNode.Script) _ -> List.of()),
                Arguments.of(4, "1 datagrams came that are no part of an answer", (ScriptedDatagramNode.Script)
                        _ -> List.of("HTTP/1.1 200 OK".getBytes(StandardCharsets.UTF_8))),
                Arguments.of(4, "1 datagrams came that are no part of an answer", (ScriptedDatagramNode.Script)
                        request -> List.of(withAnotherCookie(request))),
                Arguments.of(4, "1 datagrams came that are no part of an answer", (ScriptedDatagramNode.Script)
                        _ -> List.of(new byte[] {(byte) 0xA1, 0x13, 5})),
                Arguments.of(5, "the answer cannot be read", (ScriptedDatagramNode.Script)
                        request -> List.of(ScriptedNode.packet(1, ScriptedNode.cookie(request), new byte[] {0x07}))),
                // killed in the middle
                Arguments.of(5, " bytes announced ", (ScriptedDatagramNode.Script) request -> {
                    byte[] reply = ScriptedNode.packet(1, ScriptedNode.cookie(request), new byte[] {0x21, 'a', 0});
                    return List.of(Arrays.copyOf(reply, reply.length - 1));
                }));
    }

    @ParameterizedTest
    @MethodSource
    void datagrams(int exit, String what, ScriptedDatagramNode.Script script) throws Exception {
        try (TempFolder folder = TempFolder.create();
                ScriptedDatagramNode udp = ScriptedDatagramNode.overUdp(script);
                ScriptedDatagramNode unix = ScriptedDatagramNode.atAPath(script)) {
            for (String address : List.of(udp.address(), unix.address())) {
                Outcome outcome = Chief.run(folder, "call", "-s", address, "--timeout", "500ms", "m");

                saysOneLine(outcome, exit, address);
                assertThat(outcome.stderr()).contains(what);
            }
        }
    }

    /// In text; what is no answer of MI is told at once.
    @Test
    void datagramsOfMi() throws Exception {
        mi(4, "no answer within 500 ms", _ -> List.of());
        mi(5, "cannot be read", _ -> List.of("HTTP/1.1 200 OK".getBytes(StandardCharsets.UTF_8)));
    }

    private static void mi(int exit, String what, ScriptedDatagramNode.Script script) throws Exception {
        try (TempFolder folder = TempFolder.create();
                ScriptedDatagramNode udp = ScriptedDatagramNode.overUdp(script);
                ScriptedDatagramNode unix = ScriptedDatagramNode.atAPath(script)) {
            for (String address :
                    List.of("mi:" + udp.address(), "mi:" + unix.address().substring("unixd:".length()))) {
                Outcome outcome = Chief.run(folder, "call", "-s", address, "--timeout", "500ms", "m");

                saysOneLine(outcome, exit, address);
                assertThat(outcome.stderr()).contains(what);
            }
        }
    }

    /// Three bytes a value on the wire, many more in memory: they come, and cannot be read. Of the
    /// other answer so much is announced that it is not even taken.
    @Test
    void moreThanTheMemoryHolds() throws Exception {
        byte[] values = new byte[3 * 2_000_000];
        for (int i = 0; i < values.length; i += 3) {
            values[i] = 0x21;
            values[i + 1] = 'a';
        }
        for (Map.Entry<byte[], String> answer : Map.of(
                        values, "does not fit into the ", new byte[30_000_000], "announces 3000")
                .entrySet()) {
            try (TempFolder folder = TempFolder.create();
                    ScriptedNode node = ScriptedNode.answering(1, answer.getKey())) {
                List<String> small = List.of("env", "JDK_JAVA_OPTIONS=-Xmx32m -XX:+UseSerialGC");
                Chief chief = Chief.start(folder, small, "call", "-s", node.address(), "--timeout", "60s", "m");
                try (chief) {
                    Outcome outcome = chief.outcome();

                    // the JVM says first that it was given options
                    String said = outcome.stderr().substring(outcome.stderr().indexOf('\n') + 1);
                    saysOneLine(new Outcome(outcome.exit(), outcome.stdout(), said), 5, node.address());
                    assertThat(said).contains(answer.getValue());
                }
            }
        }
    }

    @Test
    void nobodyThere() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
            String unix = "unixs:" + folder.resolve("none");
            String udp = "udp:127.0.0.1:" + FreePort.udp();

            for (String address : new String[] {tcp, unix, udp}) {
                Outcome outcome = Chief.run(folder, "call", "-s", address, "--timeout", "20s", "m");

                saysOneLine(outcome, 3, address);
            }
        }
    }

    @Test
    void aFault() throws Exception {
        try (TempFolder folder = TempFolder.create();
                LiveServer server = LiveServer.start(builder -> builder)) {
            assertThat(Chief.run(folder, "-s", server.address("tcp"), "no.such"))
                    .isEqualTo(new Outcome(1, "", "error: 500 - command no.such not found\n"));
        }
    }

    @Test
    void noAddress() throws Exception {
        try (TempFolder folder = TempFolder.create()) {
            Outcome outcome = Chief.run(folder, "call", "-s", "tcp:127.0.0.1:99999", "m");

            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.stdout()).isEmpty();
            assertThat(outcome.stderr()).contains("tcp:127.0.0.1:99999", "65535");
        }
    }

    private static void saysOneLine(Outcome outcome, int exit, String address) {
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr())
                .startsWith("chief call: ")
                .contains(address)
                .hasLineCount(1);
        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(exit);
    }
}
