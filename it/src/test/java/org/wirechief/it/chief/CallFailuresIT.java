package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.ScriptedNode;
import org.wirechief.it.live.TempFolder;

/// A call that gets no answer: `chief call` ends in time, with the exit code for what happened and
/// one line that says it.
class CallFailuresIT {
    static Stream<Arguments> brokenReplies() {
        return Stream.of(
                Arguments.of("killed before it answers", (ScriptedNode.Script) _ -> null),
                Arguments.of("garbage", (ScriptedNode.Script) _ -> "HTTP/1.1 200 OK".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("another cookie", (ScriptedNode.Script) request -> {
                    byte[] cookie = ScriptedNode.cookie(request);
                    cookie[cookie.length - 1] ^= 1;
                    return ScriptedNode.packet(1, cookie, new byte[] {0x21, 'a', 0});
                }),
                Arguments.of("a request", (ScriptedNode.Script) request -> request),
                Arguments.of("broken records", (ScriptedNode.Script)
                        request -> ScriptedNode.packet(1, ScriptedNode.cookie(request), new byte[] {0x07})),
                Arguments.of("too long", (ScriptedNode.Script) request -> Arrays.copyOf(
                        new byte[] {(byte) 0xA1, 0x1F, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, 10)));
    }

    @ParameterizedTest
    @MethodSource
    void brokenReplies(String what, ScriptedNode.Script script) throws Exception {
        try (TempFolder folder = TempFolder.create();
                ScriptedNode node = ScriptedNode.start(script)) {
            Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "20s", "m");

            saysOneLine(outcome, 5, node.address());
        }
    }

    /// Half of a header, and an answer without its last byte: the node dies in the middle.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void killedInTheMiddle(int bytes) throws Exception {
        try (TempFolder folder = TempFolder.create();
                ScriptedNode node =
                        ScriptedNode.breaking(reply -> Arrays.copyOf(reply, Math.min(bytes, reply.length - 1)))) {
            Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "20s", "m");

            saysOneLine(outcome, 5, node.address());
        }
    }

    /// One that never answers, and one that stays silent after half a header.
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void silent(int bytes) throws Exception {
        try (TempFolder folder = TempFolder.create();
                ScriptedNode node = ScriptedNode.start(_ -> Arrays.copyOf(new byte[] {(byte) 0xA1, 0x13, 5}, bytes))) {
            Outcome outcome = Chief.run(folder, "call", "-s", node.address(), "--timeout", "300ms", "m");

            saysOneLine(outcome, 4, node.address());
            assertThat(outcome.stderr()).contains("300 ms");
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
