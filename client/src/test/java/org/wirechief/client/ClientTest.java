package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The packets are literal; `flags` of a reply with a 4-byte cookie and a 1-byte length is 13.
final class ClientTest {
    @TempDir
    private Path directory;

    @Test
    void oneValueIsAnsweredAsItself() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("a11302" + cookie + "1005"));
                var client = Client.connect(node.address())) {
            assertThat(client.call("x").asLong()).isEqualTo(5);
            assertThat(client.callForAll("x")).containsExactly(Value.of(5));
        }
    }

    @Test
    void anAnswerInPiecesIsPutTogetherAndSeveralValuesAreAnArray() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> {
                    String packet = "a11307" + cookie + "1005 41616263 00";
                    for (int i = 0; i < packet.replace(" ", "").length(); i += 2) {
                        peer.send(packet.replace(" ", "").substring(i, i + 2));
                        Thread.sleep(1);
                    }
                });
                var client = Client.connect(node.address())) {
            assertThat(client.call("x")).isEqualTo(new Value.Arr(java.util.List.of(Value.of(5), Value.of("abc"))));
        }
    }

    @Test
    void aRawAnswerIsThePacketWithTheCookieThatWasSent() throws Exception {
        try (var node = new ScriptedNode(
                        directory, (peer, cookie) -> peer.send("a13307" + cookie + "2001f4 316e6f00"));
                var client = Client.connect(node.address())) {
            RawAnswer answer = client.exchange("x", 5);
            String cookie = "%08x".formatted(answer.cookie());
            assertThat(answer.bytes()).asHexString().isEqualToIgnoringCase("a13307" + cookie + "2001f4316e6f00");
        }
    }

    @Test
    void anEmptyAnswerIsNil() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("a11300" + cookie));
                var client = Client.connect(node.address())) {
            assertThat(client.call("x")).isEqualTo(new Value.Nil());
        }
    }

    @Test
    void aFaultNamesNodeCommandCodeAndReasonAndLeavesTheConnectionUsable() throws Exception {
        try (var node = new ScriptedNode(
                        directory, (peer, cookie) -> peer.send("a13307" + cookie + "2001f4 316e6f00"));
                var client = Client.connect(node.address())) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> client.call("no.such")).isInstanceOfSatisfying(RemoteFault.class, fault -> {
                    assertThat(fault.node()).isEqualTo(node.address());
                    assertThat(fault.command()).isEqualTo("no.such");
                    assertThat(fault.code()).isEqualTo(500);
                    assertThat(fault.reason()).isEqualTo("no");
                });
            }
        }
    }

    @Test
    void theWrongCookieIsABrokenAnswerAndEndsTheConnection() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("a1100205 1005"));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOfSatisfying(BrokenReply.class, e -> {
                        assertThat(e.kind()).isEqualTo(BrokenReply.Kind.WRONG_COOKIE);
                        assertThat(e.receivedCookie()).isEqualTo(5);
                    })
                    .hasMessageContaining("cookie does not match")
                    .hasMessageContaining("received 00000005");
            assertThatThrownBy(() -> client.call("x")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void garbageIsABrokenAnswer() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("485454502f312e31"));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(BrokenReply.class)
                    .hasMessageContaining("no BINRPC");
        }
    }

    @Test
    void aNodeThatDiesInTheMiddleOfAnAnswerIsReportedWithTheBytesSeen() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> {
                    peer.send("a11307" + cookie + "1005");
                    peer.close();
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("after 9 bytes of the answer of 14");
        }
    }

    @Test
    void aNodeThatDiesInTheMiddleOfAHeaderIsReported() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> {
                    peer.send("a113");
                    peer.close();
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessageContaining("after 2 bytes of the answer");
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> Thread.sleep(Duration.ofMinutes(5)));
                var client = Client.connect(node.address(), Duration.ofMillis(100))) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageContaining("x: no answer within 100 ms");
        }
    }

    @Test
    void anAnswerBeyondTheBoundIsRefusedBeforeItIsStored() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("a11f7fffffff" + cookie));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(BrokenReply.class)
                    .hasMessageContaining("announces 2147483647 bytes");
        }
    }

    @Test
    void nobodyThereNamesTheAddress() {
        assertThatThrownBy(() -> Client.connect("unixs:" + directory.resolve("none")))
                .isInstanceOf(CannotConnect.class)
                .hasMessageContaining(directory.resolve("none").toString());
    }

    @Test
    void aDeadlineHasABound() throws Exception {
        assertThatThrownBy(() -> ConnectOptions.DEFAULTS.withDeadline(Duration.ofDays(200_000)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 years at most");
        try (var node = ScriptedNode.talking(
                        directory, peer -> peer.send(peer.next().echo()));
                var client = Client.connect(node.address(), Duration.ofDays(36_500))) {
            assertThat(client.call("x", 1).asLong()).isEqualTo(1);
        }
    }

    @Test
    void eitherAllArgumentsHaveNamesOrNone() {
        Arguments named = Arguments.of(NamedArgument.of("a", "1"), NamedArgument.of("b", "x=y"));

        assertThat(named.inOrder()).containsExactly(Value.of("a=1"), Value.of("b=x=y"));
        assertThat(named.byName())
                .containsExactly(
                        new Value.Struct(List.of(new Value.Member("a", Value.of("1")))),
                        new Value.Struct(List.of(new Value.Member("b", Value.of("x=y")))));
        assertThatThrownBy(() -> Arguments.of(NamedArgument.of("a", "1"), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("of 2 arguments 1 have names: give one to each, or to none");
    }

    @Test
    void argumentsAreWrittenAsJavaProgramsMeanThem() {
        assertThat(Arguments.of(1, 2L, "t", 1.5, true, new byte[] {1}, Value.of("v"))
                        .inOrder())
                .containsExactly(
                        Value.of(1),
                        Value.of(2),
                        Value.of("t"),
                        Value.of(1.5),
                        Value.of(true),
                        new Value.Blob(Octets.copyOf(new byte[] {1})),
                        Value.of("v"));
        assertThatThrownBy(() -> Arguments.of(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
