package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;

/// Calls in datagrams, against a node that shuffles, splits, loses and makes up answers.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class UdpLinkTest {
    @Test
    void manyCallsAreAnsweredInAnyOrder(TestReporter report) throws Exception {
        SplittableRandom random = Seed.of("client.seed", report::publishEntry).random();
        try (var node = new ScriptedUdpNode(peer -> {
                    List<ScriptedPeer.Request> requests = new ArrayList<>();
                    for (int i = 0; i < 50; i++) {
                        requests.add(peer.next());
                    }
                    Collections.shuffle(requests, random);
                    for (ScriptedPeer.Request request : requests) {
                        peer.send(request.echoInHex());
                    }
                });
                var client = Client.connect(node.address())) {
            List<CompletableFuture<Value>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(client.callAsync("x", i));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(answers.get(i).get()).isEqualTo(Value.of(i));
            }
        }
    }

    @Test
    void anAnswerInThreeDatagramsIsPutTogether() throws Exception {
        try (var node = new ScriptedUdpNode(peer -> {
                    String cookie = peer.next().cookie();
                    peer.send("a11309" + cookie + "1005");
                    peer.send("41616263 00");
                    peer.send("1006");
                });
                var client = Client.connect(node.address())) {
            assertThat(client.callForAll("x")).containsExactly(Value.of(5), Value.of("abc"), Value.of(6));
        }
    }

    /// The node has got the first, and is gone when the second comes; the network says of neither
    /// which one found nobody.
    @Test
    void ofSeveralCallsToNobodySomeMayHaveRun() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        ScriptedUdpNode[] self = new ScriptedUdpNode[1];
        try (var node = new ScriptedUdpNode(peer -> {
                    peer.next();
                    self[0].close();
                    gone.countDown();
                });
                var client = Client.connect(node.address())) {
            self[0] = node;
            CompletableFuture<Value> first = client.callAsync("x", 1);
            gone.await();
            CompletableFuture<Value> second = client.callAsync("x", 2);
            for (CompletableFuture<Value> call : List.of(first, second)) {
                assertThatThrownBy(call::get)
                        .cause()
                        .isInstanceOfSatisfying(
                                CannotConnect.class,
                                e -> assertThat(e.mayHaveRun()).isTrue());
            }
            assertThatThrownBy(() -> client.call("x", 3))
                    .isInstanceOfSatisfying(
                            CannotConnect.class, e -> assertThat(e.mayHaveRun()).isFalse());
        }
    }

    @Test
    void aMissingTailSaysHowMuchCameAndTheNextCallGoesOn() throws Exception {
        try (var node = new ScriptedUdpNode(peer -> {
                    peer.send("a11309" + peer.next().cookie() + "1005");
                    peer.send(peer.next().echoInHex());
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(Duration.ofSeconds(1)).call("x"))
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.INCOMPLETE))
                    .hasMessage(node.address() + ": x: of 16 bytes announced 9 came within 1000 ms:"
                            + " a datagram of the answer was lost");
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNoAnswerIsPassedOverAndCounted() throws Exception {
        try (var node = new ScriptedUdpNode(peer -> {
                    peer.next();
                    peer.send("485454502f312e31");
                    peer.send("a1100205 1005");
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(Duration.ofSeconds(1)).call("x"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessage(node.address() + ": x: no answer within 1000 ms;"
                            + " 2 datagrams came that are no part of an answer");
        }
    }

    @Test
    void aLateAnswerIsDropped() throws Exception {
        try (var node = new ScriptedUdpNode(peer -> {
                    var late = peer.next();
                    var second = peer.next();
                    peer.send(late.echoInHex());
                    peer.send(second.echoInHex());
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(Duration.ofMillis(50)).call("x", 1))
                    .isInstanceOf(CallTimedOut.class);
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void nobodyListeningIsSaidByTheFirstCall() throws Exception {
        String address;
        try (var node = new ScriptedUdpNode(peer -> peer.next())) {
            address = node.address();
        }
        try (var client = Client.connect(address)) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(CannotConnect.class)
                    .hasMessageContaining(address)
                    .hasMessageContaining("nobody listens there");
        }
    }

    @Test
    void whatDoesNotFitADatagramIsNotSent() throws Exception {
        try (var node = new ScriptedUdpNode(peer -> peer.send(peer.next().echoInHex()));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x", "y".repeat(65_500)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("does not fit a datagram of 65507: call over unixs or tcp");
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }
}
