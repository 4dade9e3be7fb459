package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.client.ScriptedPeer.Request;
import org.wirechief.core.Value;

/// Many calls at a time over one stream, and what one of them does to the others: nothing.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class StreamLinkTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    /// Time for the node to send something before the deadline passes, on a busy machine too.
    private static final Duration LONGER = Duration.ofSeconds(2);

    @TempDir
    private Path directory;

    @Test
    void callsAreUnderWayTogetherAndAnsweredInTheOrderTheyWereMadeIn() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    List<Request> requests = new ArrayList<>();
                    for (int i = 0; i < 300; i++) {
                        requests.add(peer.next());
                    }
                    for (Request request : requests) {
                        peer.send(request.echo());
                    }
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withInFlight(300))) {
            List<CompletableFuture<Value>> answers = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                answers.add(client.callAsync("x", i));
            }
            for (int i = 0; i < 300; i++) {
                assertThat(answers.get(i).get()).isEqualTo(Value.of(i));
            }
        }
    }

    @Test
    void aDeadlineInTurnCountsFromWhenTheCallsBeforeAreOver() throws Exception {
        CountDownLatch secondIsLate = new CountDownLatch(1);
        try (var node = ScriptedNode.talking(directory, peer -> {
                    Request first = peer.next();
                    secondIsLate.await();
                    peer.send(first.echo());
                    // two more, and until the client has gone
                    for (int i = 0; i < 3; i++) {
                        peer.next();
                    }
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withDeadlinesInTurn(true))) {
            CompletableFuture<Value> first = client.callAsync("x", 1);
            CompletableFuture<Value> second = client.within(SHORT).callAsync("x", 2);
            Thread.sleep(SHORT.multipliedBy(4));
            assertThat(second).isNotDone();
            secondIsLate.countDown();

            assertThat(first.get()).isEqualTo(Value.of(1));
            assertThatThrownBy(second::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isTrue());
            assertThatThrownBy(() -> client.within(SHORT).call("x", 3)).isInstanceOf(CallTimedOut.class);
        }
    }

    /// The turn does not stay with a call that nobody waits for any more.
    @Test
    void theTurnGoesOnWhenACallIsLateOrCancelled() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    for (int i = 0; i < 4; i++) {
                        peer.next();
                    }
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withDeadlinesInTurn(true))) {
            CompletableFuture<Value> late = client.within(SHORT).callAsync("x", 1);
            CompletableFuture<Value> cancelled = client.callAsync("x", 2);
            CompletableFuture<Value> last = client.within(SHORT).callAsync("x", 3);
            assertThat(cancelled.cancel(false)).isTrue();

            assertThatThrownBy(late::get).hasCauseInstanceOf(CallTimedOut.class);
            assertThatThrownBy(last::get).hasCauseInstanceOf(CallTimedOut.class);
        }
    }

    @Test
    void anAnswerThatComesTooLateIsDroppedAndTheNextCallGetsItsOwn() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    Request late = peer.next();
                    Request second = peer.next();
                    peer.send(late.echo());
                    peer.send(second.echo());
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(SHORT).call("x", 1))
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isTrue());
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void theRestOfAnAnswerThatComesTooLateIsDroppedToo() throws Exception {
        CountDownLatch timedOut = new CountDownLatch(1);
        try (var node = ScriptedNode.talking(directory, peer -> {
                    String cookie = peer.next().cookie();
                    peer.send("a11307" + cookie + "1005");
                    timedOut.await();
                    peer.send("4161626300");
                    peer.send(peer.next().echo());
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(LONGER).call("x"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessage(node.address() + ": x: no whole answer within 2000 ms: 9 of 14 bytes came");
            timedOut.countDown();
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void halfAHeaderAndThenSilenceEndsAtTheDeadline() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    peer.next();
                    peer.send("a113");
                    peer.next();
                });
                var client = Client.connect(node.address(), LONGER)) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessage(node.address() + ": x: no answer within 2000 ms: only 2 bytes, less than a header");
        }
    }

    @Test
    void aCallThatTheNodeAnswersNotBeforeTheNextEndsThen() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    peer.next();
                    peer.send(peer.next().echo());
                    peer.send(peer.next().echo());
                });
                var client = Client.connect(node.address())) {
            var unanswered = client.callAsync("x", 1);
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
            assertThatThrownBy(unanswered::get)
                    .cause()
                    .asInstanceOf(type(BrokenReply.class))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.WRONG_COOKIE))
                    .satisfies(e -> assertThat(e).hasMessageContaining("the node has answered a later call"));
            assertThat(client.call("x", 3).asLong()).isEqualTo(3);
        }
    }

    @Test
    void aLongAnswerIsRefusedAndPassedOver() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> {
                    peer.send("a113c8" + cookie + "00".repeat(200));
                    peer.send(peer.next().echo());
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withLongestReply(100))) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.TOO_LONG))
                    .hasMessage(node.address() + ": x: the answer announces 207 bytes, more than 100");
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void aCallWithoutAPlaceIsNeverSent() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (var node = ScriptedNode.talking(directory, peer -> {
                    Request first = peer.next();
                    go.await();
                    peer.send(first.echo());
                    peer.send(peer.next().echo());
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withInFlight(1))) {
            var first = client.callAsync("x", 1);
            assertThatThrownBy(() -> client.within(SHORT).call("x", 2))
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isFalse())
                    .hasMessage(node.address() + ": x: not sent within 50 ms; 1 calls are unanswered");
            go.countDown();
            assertThat(first.get().asLong()).isEqualTo(1);
            // had the second been sent, it would be answered here
            assertThat(client.call("x", 3).asLong()).isEqualTo(3);
        }
    }

    @Test
    void aCallThatIsOverBeforeTheNodeTakesBytesIsTakenBack() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        byte[] big = new byte[4 << 20];
        try (var node = ScriptedNode.talking(directory, peer -> {
                    go.await();
                    while (true) {
                        peer.send(peer.next().echo());
                    }
                });
                var client = Client.connect(node.address())) {
            var first = client.callAsync("x", big);
            assertThatThrownBy(() -> client.within(SHORT).call("x", 2))
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isFalse());
            var cancelled = client.callAsync("x", 3);
            assertThat(cancelled.cancel(true)).isTrue();
            go.countDown();
            assertThat(first.get()).isInstanceOf(Value.Blob.class);
            assertThat(client.call("x", 4).asLong()).isEqualTo(4);
        }
    }

    @Test
    void anInterruptedCallEndsAndDisturbsNobody() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (var node = ScriptedNode.talking(directory, peer -> {
                    Request first = peer.next();
                    asked.countDown();
                    Request second = peer.next();
                    peer.send(first.echo());
                    peer.send(second.echo());
                });
                var client = Client.connect(node.address())) {
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    client.call("x", 1);
                } catch (InterruptedIOException e) {
                    stillInterrupted.complete(Thread.currentThread().isInterrupted());
                } catch (IOException e) {
                    stillInterrupted.completeExceptionally(e);
                }
            });
            asked.await();
            caller.interrupt();
            assertThat(stillInterrupted.get()).isTrue();
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void closingEndsTheCallsThatWait() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (var node = ScriptedNode.talking(directory, peer -> {
            peer.next();
            asked.countDown();
            peer.next();
        })) {
            var client = Client.connect(node.address());
            var waiting = client.callAsync("x");
            asked.await();
            client.close();
            assertThatThrownBy(waiting::get)
                    .cause()
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessage(node.address() + ": x: the client was closed");
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOfSatisfying(
                            ConnectionLost.class,
                            e -> assertThat(e.mayHaveRun()).isFalse());
        }
    }

    @Test
    void aNodeThatDiesTellsEveryCallAndTheOneItWasAnsweringHowFarItCame() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    String cookie = peer.next().cookie();
                    peer.next();
                    peer.send("a11307" + cookie + "1005");
                    peer.close();
                });
                var client = Client.connect(node.address())) {
            var first = client.callAsync("x", 1);
            var second = client.callAsync("x", 2);
            assertThatThrownBy(first::get)
                    .cause()
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessage(
                            node.address() + ": x: the node closed the connection after 9 bytes of the answer of 14");
            assertThatThrownBy(second::get)
                    .cause()
                    .isInstanceOf(ConnectionLost.class)
                    .hasMessage(node.address() + ": x: the node closed the connection");
        }
    }

    @Test
    void callsOverALostConnectionFailAtOnceHoweverMany() throws Exception {
        try (var node = ScriptedNode.talking(directory, ScriptedPeer::next);
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withInFlight(2))) {
            for (int i = 0; i < 1000; i++) {
                assertThatThrownBy(() -> client.within(Duration.ofHours(1)).call("x"))
                        .isInstanceOf(ConnectionLost.class);
            }
        }
    }

    /// What comes first is the answer of the call before, which nobody waits for any more.
    @Test
    void partOfALateHeaderIsNotThatOfTheNextAnswer() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    peer.next();
                    peer.next();
                    peer.send("a11f");
                    peer.next();
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.within(SHORT).call("x", 1)).isInstanceOf(CallTimedOut.class);
            assertThatThrownBy(() -> client.within(LONGER).call("x", 2))
                    .isInstanceOf(CallTimedOut.class)
                    .hasMessageEndingWith("no answer within 2000 ms");
        }
    }

    @Test
    void garbageTellsTheCallWhatCameAndTheOthersThatTheConnectionIsLost() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    peer.next();
                    peer.next();
                    peer.send("485454502f312e31");
                    peer.next();
                });
                var client = Client.connect(node.address())) {
            var first = client.callAsync("x", 1);
            var second = client.callAsync("x", 2);
            assertThatThrownBy(first::get)
                    .cause()
                    .isInstanceOf(BrokenReply.class)
                    .hasMessage(node.address() + ": x: what came is no BINRPC, it begins with 48 54 54 50");
            assertThatThrownBy(second::get).cause().isInstanceOf(ConnectionLost.class);
        }
    }

    @Test
    void aRequestIsNoAnswer() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> peer.send("a10300" + cookie));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.NOT_A_REPLY));
        }
    }

    @Test
    void anAnswerThatBreaksOffInsideIsUnreadableAndHarmsNobody() throws Exception {
        try (var node = new ScriptedNode(directory, (peer, cookie) -> {
                    peer.send("a11302" + cookie + "7161");
                    peer.send(peer.next().echo());
                });
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("x"))
                    .isInstanceOfSatisfying(
                            BrokenReply.class, e -> assertThat(e.kind()).isEqualTo(BrokenReply.Kind.UNREADABLE))
                    .hasMessage(
                            node.address() + ": x: the answer cannot be read: more data needed at byte 0 of the body");
            assertThat(client.call("x", 2).asLong()).isEqualTo(2);
        }
    }

    @Test
    void whatDependsOnAFutureMayCallAndBlock() throws Exception {
        try (var node = ScriptedNode.talking(directory, peer -> {
                    while (true) {
                        peer.send(peer.next().echo());
                    }
                });
                var client = Client.connect(node.address(), ConnectOptions.DEFAULTS.withInFlight(1))) {
            CompletableFuture<Long> chain = client.callAsync("x", 1).thenApply(one -> {
                try {
                    return one.asLong() + client.call("x", 41).asLong();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(chain.get()).isEqualTo(42);
        }
    }

    @Test
    void aFutureFailsWithWhatACallThrows() throws Exception {
        try (var node = new ScriptedNode(
                        directory, (peer, cookie) -> peer.send("a13307" + cookie + "2001f4 316e6f00"));
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.callAsync("x").get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            RemoteFault.class, e -> assertThat(e.code()).isEqualTo(500));
        }
    }
}
