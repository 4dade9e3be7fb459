package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests and answers over UDP, and the life of the socket.
final class UdpTrafficTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LOOPBACK_6 = InetAddress.ofLiteral("::1");

    private final NetCounters all = new NetCounters();
    private final DatagramCounters counters = all.datagrams;
    private final LinkedBlockingQueue<DatagramPeer> peers = new LinkedBlockingQueue<>();

    @Test
    void asked() throws Exception {
        try (var listener = echo("127.0.0.1");
                var client = client()) {
            assertThat(ask(client, listener, "hello")).isEqualTo("hello");

            DatagramPeer peer = peers.take();
            assertThat(peer.transport()).isEqualTo(Transport.UDP);
            assertThat(peer.address()).isEqualTo("127.0.0.1");
            assertThat(peer.port()).isEqualTo(client.getLocalPort());
            assertThat(peer.inet()).isEqualTo(LOOPBACK);
            assertThat(peer.rawAddress()).containsExactly(127, 0, 0, 1);
            assertThat(peer.credentials()).isNull();
            assertThat(peer.isLocal()).isTrue();
            assertThat(peer).hasToString("udp:127.0.0.1:" + client.getLocalPort());
            assertThat(listener.isOwn(peer)).isFalse();
            assertThat(listener.threadId()).isPositive();
        }
    }

    @Test
    void wildcardIsIpv4Only() throws Exception {
        try (var listener = echo("*");
                var client = client()) {
            assertThat(listener.local().name()).isEqualTo("0.0.0.0");
            assertThat(ask(client, listener, "hello")).isEqualTo("hello");
            try (var six = new DatagramSocket(
                    new InetSocketAddress(LOOPBACK_6, listener.local().port()))) {
                assertThat(six.isBound()).as("the port of ::1 is free").isTrue();
            }
        }
    }

    @Test
    void ipv6WhenWritten() throws Exception {
        try (var listener = echo("::1");
                var client = new DatagramSocket(new InetSocketAddress(LOOPBACK_6, 0))) {
            client.setSoTimeout(PATIENCE_MILLIS);
            var target = new InetSocketAddress(LOOPBACK_6, listener.local().port());
            client.send(new DatagramPacket(new byte[] {'6'}, 1, target));
            var answer = new DatagramPacket(new byte[10], 10);
            client.receive(answer);

            assertThat(answer.getLength()).isEqualTo(1);
            assertThat(peers.take()).hasToString("udp:[0:0:0:0:0:0:0:1]:" + client.getLocalPort());
        }
    }

    @Test
    void portInUseIsRefused() throws Exception {
        try (var listener = echo("127.0.0.1")) {
            int port = listener.local().port();

            assertThatThrownBy(
                            () -> open(Address.udp("127.0.0.1", port), DatagramLimits.DEFAULT, (p, b, f, t, r) -> {}))
                    .isInstanceOf(BindException.class)
                    .hasMessage("cannot bind udp:127.0.0.1:" + port
                            + ": Address already in use; stop what listens there or choose another port");
            assertThatThrownBy(() -> open(Address.udp("*", port), DatagramLimits.DEFAULT, (p, b, f, t, r) -> {}))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void foreignAddressIsNamed() {
        assertThatThrownBy(() -> echo("192.0.2.1"))
                .isInstanceOf(BindException.class)
                .hasMessageStartingWith("cannot bind udp:192.0.2.1:0: 192.0.2.1 is not an address of this machine");
    }

    @Test
    void otherTransportsAreRefused() {
        var tcp = Address.tcp("127.0.0.1", 1);

        assertThatThrownBy(() -> open(tcp, DatagramLimits.DEFAULT, (p, b, f, t, r) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tcp:127.0.0.1:1 is no datagram address; allowed are unixd and udp");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everySize(int seed) throws Exception {
        var random = new Random(seed);
        try (var listener = echo("127.0.0.1");
                var client = client()) {
            for (int i = 0; i < 400; i++) {
                byte[] request = new byte[i < 100 ? i : i < 110 ? 65507 - (i - 100) : random.nextInt(65508)];
                random.nextBytes(request);
                assertThat(exchange(client, listener, request)).isEqualTo(request);
            }
        }
    }

    @Test
    void longerThanAllowedIsDroppedAndCounted() throws Exception {
        var limits = DatagramLimits.DEFAULT.withMaxRequest(10);
        try (var listener = open(Address.udp("127.0.0.1", 0), limits, this::answer);
                var client = client()) {
            send(client, listener, new byte[11]);

            assertThat(ask(client, listener, "next")).isEqualTo("next");
            assertThat(counters.tooLong.sum()).isEqualTo(1);
            assertThat(counters.received.sum()).isEqualTo(2);
        }
    }

    @Test
    void peersThatWentAwayDisturbNobody() throws Exception {
        try (var listener = echo("127.0.0.1");
                var client = client()) {
            for (int i = 0; i < 50; i++) {
                // what is sent to its port comes back as an ICMP error
                var peer = DatagramPeer.udp(new InetSocketAddress(LOOPBACK, closedPort()));
                if (i > 0) {
                    replies.join().send(peer, new byte[1], 0, 1);
                }
                assertThat(ask(client, listener, "still " + i)).isEqualTo("still " + i);
            }
            assertThat(counters.receiveErrors.sum()).isZero();
            assertThat(counters.sendErrors.sum()).isZero();
        }
    }

    @Test
    void whatCannotBeSentIsCounted() throws Exception {
        try (var listener = echo("127.0.0.1");
                var client = client()) {
            ask(client, listener, "hello");
            replies.join().send(DatagramPeer.udp(new InetSocketAddress(LOOPBACK, 0)), new byte[1], 0, 1);
            // a socket bound to loopback has no route there
            var foreign = InetAddress.ofLiteral("192.0.2.1");
            replies.join().send(DatagramPeer.udp(new InetSocketAddress(foreign, 9)), new byte[1], 0, 1);

            await().untilAsserted(() -> assertThat(counters.sendErrors.sum()).isEqualTo(1));
            assertThat(counters.repliesUnaddressable.sum()).isEqualTo(1);
            assertThat(ask(client, listener, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void answersOfOtherThreadsComeInTheirOrder() throws Exception {
        int count = 200;
        DatagramHandler later =
                (peer, bytes, from, to, answers) -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < count; i++) {
                        answers.send(peer, new byte[] {(byte) i}, 0, 1);
                    }
                });
        try (var listener = open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, later);
                var client = client()) {
            send(client, listener, new byte[1]);

            for (int i = 0; i < count; i++) {
                assertThat(receive(client)).containsExactly((byte) i);
            }
        }
    }

    @Test
    void handlerThatThrowsConcernsItsDatagramOnly() throws Exception {
        DatagramHandler touchy = (peer, bytes, from, to, answers) -> {
            if (to - from == 1) {
                throw new IllegalStateException("thrown by a test, on purpose");
            }
            answers.send(peer, bytes, from, to);
        };
        try (var listener = open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, touchy);
                var client = client()) {
            send(client, listener, new byte[1]);

            assertThat(ask(client, listener, "two")).isEqualTo("two");
            assertThat(counters.handlerErrors.sum()).isEqualTo(1);
        }
    }

    @Test
    void ownSocketIsRecognised() throws Exception {
        try (var wild = echo("*");
                var one = echo("127.0.0.1")) {
            var fromWild = DatagramPeer.udp(
                    new InetSocketAddress(LOOPBACK, wild.local().port()));
            var fromOne =
                    DatagramPeer.udp(new InetSocketAddress(LOOPBACK, one.local().port()));
            var foreign = InetAddress.ofLiteral("192.0.2.1");
            var elsewhere =
                    DatagramPeer.udp(new InetSocketAddress(foreign, wild.local().port()));

            assertThat(wild.isOwn(fromWild)).isTrue();
            assertThat(wild.isOwn(fromOne)).isFalse();
            assertThat(wild.isOwn(elsewhere)).isFalse();
            assertThat(one.isOwn(fromOne)).isTrue();
        }
    }

    @Test
    void closingFreesThePort() throws Exception {
        var listener = echo("127.0.0.1");
        var address = Address.udp("127.0.0.1", listener.local().port());
        listener.close();
        listener.close();

        try (var next = open(address, DatagramLimits.DEFAULT, this::answer);
                var client = client()) {
            assertThat(ask(client, next, "hello")).isEqualTo("hello");
        }
    }

    @Test
    void handlerMayClose() throws Exception {
        var listeners = new CompletableFuture<DatagramListener>();
        DatagramHandler closing = (peer, bytes, from, to, answers) -> {
            listeners.join().close();
            answers.send(peer, bytes, from, to);
        };
        try (var client = client()) {
            listeners.complete(open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, closing));
            send(client, listeners.join(), new byte[1]);

            await().untilAsserted(
                            () -> assertThat(counters.repliesDropped.sum()).isEqualTo(1));
        }
    }

    @Test
    void whoStoppedReceivingStillAnswers() throws Exception {
        DatagramHandler silent = (peer, bytes, from, to, answers) -> {
            peers.add(peer);
            replies.complete(answers);
        };
        try (var listener = open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, silent);
                var client = client()) {
            send(client, listener, new byte[1]);
            DatagramPeer peer = peers.take();

            assertThat(listener.finishReading(Duration.ofMinutes(1))).isTrue();
            send(client, listener, new byte[1]);
            replies.join().send(peer, "late".getBytes(UTF_8), 0, 4);

            assertThat(receive(client)).asString().isEqualTo("late");
            assertThat(listener.drain(Duration.ofMinutes(1))).isTrue();
            assertThat(counters.received.sum()).isEqualTo(1);
            replies.join().send(peer, new byte[1], 0, 1);
            assertThat(counters.repliesDropped.sum()).isEqualTo(1);
        }
    }

    @Test
    void handlersAreToldWhenWhatCameTogetherIsHandled() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        var going = new CompletableFuture<Boolean>();
        var handler = new DatagramHandler() {
            @Override
            public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies answers) {
                going.join();
                told.add("datagram");
                answers.send(peer, bytes, from, to);
            }

            @Override
            public void handled() {
                told.add("all");
                throw new IllegalStateException("thrown by a test, on purpose");
            }
        };
        try (var listener = open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, handler);
                var client = client()) {
            for (int i = 0; i < 6; i++) {
                send(client, listener, new byte[1]);
            }
            going.complete(true);
            for (int i = 0; i < 6; i++) {
                receive(client);
            }

            assertThat(told.stream().filter("datagram"::equals)).hasSize(6);
            assertThat(told).endsWith("datagram", "all").doesNotContainSequence("all", "all");
            await().untilAsserted(() -> assertThat(counters.handlerErrors.sum())
                    .isEqualTo(told.stream().filter("all"::equals).count()));
        }
    }

    @Test
    void whatIsDoneAfterAnAnswerMayLetItLeaveBefore() throws Exception {
        try (var client = client()) {
            var seen = new CompletableFuture<String>();
            DatagramHandler handler = (peer, bytes, from, to, answers) -> {
                answers.send(peer, bytes, from, to);
                answers.flush();
                try {
                    seen.complete(new String(receive(client), UTF_8));
                } catch (IOException e) {
                    seen.completeExceptionally(e);
                }
            };
            try (var listener = open(Address.udp("127.0.0.1", 0), DatagramLimits.DEFAULT, handler)) {
                send(client, listener, "bye".getBytes(UTF_8));

                assertThat(seen.get(60, TimeUnit.SECONDS)).isEqualTo("bye");
            }
        }
    }

    @Test
    void batchesHoldPeersOfEachFamily() throws Exception {
        int count = 40;
        var going = new CompletableFuture<Boolean>();
        DatagramHandler waiting = (peer, bytes, from, to, answers) -> {
            going.join();
            answer(peer, bytes, from, to, answers);
        };
        try (var listener = open(Address.udp("::", 0), DatagramLimits.DEFAULT, waiting);
                var four = client();
                var six = new DatagramSocket(new InetSocketAddress(LOOPBACK_6, 0))) {
            six.setSoTimeout(PATIENCE_MILLIS);
            for (int i = 0; i < count; i++) {
                send(four, listener, ("four " + i).getBytes(UTF_8));
                byte[] bytes = ("six " + i).getBytes(UTF_8);
                six.send(new DatagramPacket(
                        bytes, bytes.length, LOOPBACK_6, listener.local().port()));
            }
            going.complete(true);

            for (int i = 0; i < count; i++) {
                assertThat(receive(four)).asString().isEqualTo("four " + i);
                assertThat(receive(six)).asString().isEqualTo("six " + i);
            }
            assertThat(peers)
                    .extracting(DatagramPeer::toString)
                    .containsOnly(
                            "udp:127.0.0.1:" + four.getLocalPort(), "udp:[0:0:0:0:0:0:0:1]:" + six.getLocalPort());
        }
    }

    private final CompletableFuture<DatagramReplies> replies = new CompletableFuture<>();

    private void answer(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies answers) {
        peers.add(peer);
        replies.complete(answers);
        answers.send(peer, bytes, from, to);
    }

    private DatagramListener echo(String host) throws IOException {
        return open(Address.udp(host, 0), DatagramLimits.DEFAULT, this::answer);
    }

    private DatagramListener open(Address address, DatagramLimits limits, DatagramHandler handler) throws IOException {
        return DatagramListener.open(
                DatagramReaders.one("udp test", handler), address, FileAccess.PRIVATE, limits, all);
    }

    private static int closedPort() throws IOException {
        try (var gone = client()) {
            return gone.getLocalPort();
        }
    }

    private static DatagramSocket client() throws IOException {
        var client = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static String ask(DatagramSocket client, DatagramListener listener, String text) throws IOException {
        return new String(exchange(client, listener, text.getBytes(UTF_8)), UTF_8);
    }

    private static byte[] exchange(DatagramSocket client, DatagramListener listener, byte[] request)
            throws IOException {
        send(client, listener, request);
        return receive(client);
    }

    private static void send(DatagramSocket client, DatagramListener listener, byte[] request) throws IOException {
        client.send(new DatagramPacket(
                request, request.length, LOOPBACK, listener.local().port()));
    }

    private static byte[] receive(DatagramSocket client) throws IOException {
        var answer = new DatagramPacket(new byte[65536], 65536);
        client.receive(answer);
        return Arrays.copyOf(answer.getData(), answer.getLength());
    }
}
