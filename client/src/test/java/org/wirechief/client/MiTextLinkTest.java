package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Value;

/// Calls in MI text over UDP, against a node that answers as a test wants.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MiTextLinkTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void aCallIsADatagramAndSoIsItsAnswer() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer = client.callAsync("get_statistics", "core:", "say \"hi\"");
            DatagramPacket request = node.next();
            node.answer(request, "200 OK\ncore:rcv_requests:: 7\n\n");

            assertThat(MiNode.text(request)).isEqualTo(":get_statistics:\ncore:\n\"say \\\"hi\\\"\"\n");
            assertThat(answer.get().at("core:rcv_requests").asLong()).isEqualTo(7);
        }
    }

    @Test
    void answersAreTextsAStructOrNothing() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            assertThat(node.answering(client.callAsync("which"), "200 OK\nuptime\nversion\n"))
                    .isEqualTo(new Value.Arr(List.of(Value.of("uptime"), Value.of("version"))));
            assertThat(node.answering(client.callAsync("pwd"), "200 OK\nWD:: /\n\n")
                            .at("WD"))
                    .isEqualTo(Value.of("/"));
            assertThat(node.answering(client.callAsync("cache_store"), "200 OK\n\n"))
                    .isEqualTo(new Value.Nil());
        }
    }

    @Test
    void aFailureIsAFault() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer = client.callAsync("nope");
            node.answer(node.next(), "500 command not available\n");

            assertThatThrownBy(answer::get)
                    .cause()
                    .isInstanceOf(RemoteFault.class)
                    .hasMessage(node.address() + ": nope: 500 command not available");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\n", "200 OK\nWD:: /ho"})
    void whatIsNoAnswerIsTold(String datagram) throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer = client.callAsync("pwd");
            node.answer(node.next(), datagram);

            assertThatThrownBy(answer::get).cause().isInstanceOf(BrokenReply.class);
        }
    }

    @Test
    void aLateAnswerIsNotTakenForTheNextOnes() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> given = client.within(SHORT).callAsync("slow");
            DatagramPacket slow = node.next();
            assertThatThrownBy(given::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isTrue());

            CompletableFuture<Value> next = client.callAsync("fast");
            DatagramPacket fast = node.next();
            node.answer(slow, "200 OK\nlate\n\n");
            node.answer(fast, "200 OK\nfresh\n\n");

            assertThat(next.get()).isEqualTo(Value.of("fresh"));
            assertThat(fast.getPort()).isNotEqualTo(slow.getPort());
        }
    }

    @Test
    void anAnswerThatComesTwiceIsNotTakenForTheNextOnes() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> one = client.callAsync("one");
            DatagramPacket first = node.next();
            node.answer(first, "200 OK\n1\n\n");
            assertThat(one.get()).isEqualTo(Value.of("1"));

            CompletableFuture<Value> two = client.callAsync("two");
            DatagramPacket second = node.next();
            node.answer(first, "200 OK\n1\n\n");
            node.answer(second, "200 OK\n2\n\n");
            assertThat(two.get()).isEqualTo(Value.of("2"));
        }
    }

    @Test
    void aProvisionalAnswerIsNotTheEnd() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            CompletableFuture<Value> answer = client.callAsync("t_uac_dlg");
            DatagramPacket request = node.next();
            node.answer(request, "100 Trying\n\n");
            node.answer(request, "202 Accepted\nfinal:: yes\n\n");

            assertThat(answer.get().at("final")).isEqualTo(Value.of("yes"));
        }
    }

    @Test
    void manyCallsAreUnderWayTogether() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            List<CompletableFuture<Value>> answers = new ArrayList<>();
            List<DatagramPacket> requests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(client.callAsync("echo", i));
                requests.add(node.next());
            }
            Collections.reverse(requests);
            for (DatagramPacket request : requests) {
                String argument = MiNode.text(request).split("\n", -1)[1];
                node.answer(request, "200 OK\n" + argument + "\n\n");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(answers.get(i).get().asLong()).isEqualTo(i);
            }
        }
    }

    @Test
    void whereNobodyListensThatIsTold() throws Exception {
        String address;
        try (var node = new MiNode()) {
            address = node.address();
        }
        try (var client = Client.connect(address)) {
            assertThatThrownBy(() -> client.call("uptime")).isInstanceOf(CannotConnect.class);
        }
        assertThatThrownBy(() -> Client.connect("mi:/nowhere/at.all"))
                .isInstanceOf(CannotConnect.class)
                .hasMessageContaining("/nowhere/at.all");
    }

    @Test
    void whatCannotBeSaidIsNotSent() throws Exception {
        try (var node = new MiNode();
                var client = Client.connect(node.address())) {
            assertThatThrownBy(() -> client.call("cache_store", "local", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("argument 2 is empty");
        }
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        try (var node = new MiNode()) {
            var client = Client.connect(node.address());
            CompletableFuture<Value> answer = client.callAsync("slow");
            node.next();
            client.close();

            assertThatThrownBy(answer::get).cause().isInstanceOf(ConnectionLost.class);
            assertThatThrownBy(() -> client.call("more")).isInstanceOf(ConnectionLost.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi:", "mi:udp:", "mi:udp:127.0.0.1", "mi:udp:127.0.0.1:x", "mi:udp:*:8080"})
    void isNoAddress(String address) {
        assertThatThrownBy(() -> Client.connect(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
