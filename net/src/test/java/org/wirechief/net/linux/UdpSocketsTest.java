package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Batches over UDP.
final class UdpSocketsTest {
    private static final int LONGEST = 65507;
    private static final int EAGAIN = -11;

    private final Libc libc = Libc.shared();
    private final List<LinuxDatagramSocket> sockets = new ArrayList<>();
    private final ReceiveBatch in = new ReceiveBatch(libc, 8, 70_000);
    private final SendBatch out = new SendBatch(libc, 8, 1 << 20);

    @AfterEach
    void close() {
        sockets.forEach(socket -> socket.close(libc));
        libc.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aBatchHasManySenders(String host) throws IOException {
        LinuxDatagramSocket server = bound(host);
        List<DatagramName> names = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            LinuxDatagramSocket client = bound(host);
            names.add(client.name(libc));
            send(client, server, "from " + i);
        }

        assertThat(receive(server)).isEqualTo(3);

        for (int i = 0; i < 3; i++) {
            assertThat(text(i)).isEqualTo("from " + i);
            assertThat(in.name(i)).isEqualTo(names.get(i));
            assertThat(in.sender(i)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aBatchHasManyReceivers(String host) throws IOException {
        LinuxDatagramSocket server = bound(host);
        LinuxDatagramSocket one = bound(host);
        LinuxDatagramSocket other = bound(host);
        add(one.name(libc), "first");
        add(other.name(libc), "second");
        add(one.name(libc), "");

        assertThat(server.send(out, 0, 3)).isEqualTo(3);

        assertThat(receive(one)).isEqualTo(2);
        assertThat(text(0)).isEqualTo("first");
        assertThat(in.length(1)).isZero();
        assertThat(in.name(1)).isEqualTo(server.name(libc));
        assertThat(receive(other)).isEqualTo(1);
        assertThat(text(0)).isEqualTo("second");
    }

    @Test
    void ipv4PeersOfAnIpv6SocketAreAnswered() throws IOException {
        LinuxDatagramSocket server = bound("::");
        LinuxDatagramSocket client = bound("127.0.0.1");
        int port = ((IpName) server.name(libc)).socket().getPort();
        add(name("127.0.0.1", port), "hello");
        client.send(out, 0, 1);
        assertThat(receive(server)).isEqualTo(1);
        assertThat(in.name(0)).isEqualTo(client.name(libc));

        out.clear();
        add(in.name(0), "answer");
        assertThat(server.send(out, 0, 1)).isEqualTo(1);

        assertThat(receive(client)).isEqualTo(1);
        assertThat(text(0)).isEqualTo("answer");
    }

    @Test
    void anIpv4SocketHasNoIpv6Peers() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        LinuxDatagramSocket client = bound("127.0.0.1");
        add(client.name(libc), "before");
        add(name("::1", 9), "not");
        add(client.name(libc), "behind");

        assertThat(server.send(out, 0, 3)).isEqualTo(1);
        assertThat(Errno.EAFNOSUPPORT.is(server.send(out, 1, 3))).isTrue();
        assertThat(server.send(out, 2, 3)).isEqualTo(1);
        assertThat(receive(client)).isEqualTo(2);
    }

    @Test
    void theLongestArrivesWhole() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        LinuxDatagramSocket client = bound("127.0.0.1");
        byte[] bytes = new byte[LONGEST];
        bytes[0] = 'a';
        bytes[LONGEST - 1] = 'z';
        out.add(server.name(libc), bytes, 0, LONGEST);
        out.add(server.name(libc), bytes, 0, LONGEST);
        assertThat(client.send(out, 0, 2)).isEqualTo(2);

        assertThat(receive(server)).isEqualTo(2);

        byte[] came = new byte[LONGEST];
        for (int i = 0; i < 2; i++) {
            assertThat(in.length(i)).isEqualTo(LONGEST);
            assertThat(in.isCut(i)).isFalse();
            in.copy(i, came, 0);
            assertThat(came).isEqualTo(bytes);
        }
    }

    @Test
    void whatDoesNotFitIsCut() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        LinuxDatagramSocket client = bound("127.0.0.1");
        var small = new ReceiveBatch(libc, 3, 10);
        send(client, server, "x".repeat(10));
        send(client, server, "y".repeat(11));
        send(client, server, "");
        server.patience(libc, Duration.ofSeconds(20));

        assertThat(server.receiveSoon(small)).isEqualTo(3);

        assertThat(small.isCut(0)).isFalse();
        assertThat(small.isCut(1)).isTrue();
        assertThat(small.length(1)).isEqualTo(10);
        assertThat(small.isCut(2)).isFalse();
        assertThat(small.length(2)).isZero();
    }

    @Test
    void closedPortsDisturbNobody() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        LinuxDatagramSocket client = bound("127.0.0.1");
        LinuxDatagramSocket gone = bound("127.0.0.1");
        DatagramName closed = gone.name(libc);
        gone.close(libc);
        for (int i = 0; i < 10; i++) {
            out.clear();
            add(closed, "nobody");
            add(client.name(libc), "here");
            add(closed, "nobody");

            assertThat(server.send(out, 0, 3)).isEqualTo(3);
            assertThat(receive(client)).isEqualTo(1);
            assertThat(server.receive(in)).isEqualTo(EAGAIN);
        }
    }

    @Test
    void waitingForTheFirstEnds() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        server.patience(libc, Duration.ofMillis(5));

        assertThat(server.receiveSoon(in)).isEqualTo(EAGAIN);
    }

    @Test
    void aBoundSocketIsNotBoundAgain() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        LinuxDatagramSocket second = LinuxDatagramSocket.udp(libc, false);
        sockets.add(second);

        assertThatThrownBy(() -> second.bind(libc, server.name(libc)))
                .isInstanceOfSatisfying(
                        LinuxException.class,
                        e -> assertThat(e.is(Errno.EADDRINUSE)).isTrue());
        assertThatThrownBy(() -> server.bind(libc, name("127.0.0.1", 0)))
                .isInstanceOfSatisfying(
                        LinuxException.class,
                        e -> assertThat(e.is(Errno.EINVAL)).isTrue());
    }

    @Test
    void aSenderIsMadeOnce() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        List<DatagramName> made = new ArrayList<>();
        var memory = new SenderMemory<DatagramName>((name, sender) -> {
            made.add(name);
            return name;
        });
        LinuxDatagramSocket one = bound("127.0.0.1");
        LinuxDatagramSocket other = bound("127.0.0.1");
        for (int i = 0; i < 5; i++) {
            send(one, server, "one");
            assertThat(receive(server)).isEqualTo(1);
            assertThat(memory.of(in, 0)).isEqualTo(one.name(libc)).isSameAs(made.getFirst());
        }
        assertThat(made).hasSize(1);

        send(other, server, "other");
        assertThat(receive(server)).isEqualTo(1);
        assertThat(memory.of(in, 0)).isEqualTo(other.name(libc));
    }

    /// More senders than it remembers.
    @Test
    void everySenderIsKnownForWhoItIs() throws IOException {
        LinuxDatagramSocket server = bound("127.0.0.1");
        var memory = new SenderMemory<DatagramName>((name, sender) -> name);
        for (int i = 0; i < 400; i++) {
            bound("127.0.0.1");
        }
        for (int round = 0; round < 2; round++) {
            for (LinuxDatagramSocket client : sockets.subList(1, sockets.size())) {
                send(client, server, "hello");
                assertThat(receive(server)).isEqualTo(1);
                assertThat(memory.of(in, 0)).isEqualTo(client.name(libc));
            }
        }
    }

    private LinuxDatagramSocket bound(String host) throws IOException {
        LinuxDatagramSocket socket = LinuxDatagramSocket.udp(libc, host.indexOf(':') >= 0);
        sockets.add(socket);
        socket.receiveBuffer(libc, 1 << 20);
        socket.bind(libc, name(host, 0));
        return socket;
    }

    private static IpName name(String host, int port) {
        return IpName.of(new InetSocketAddress(InetAddress.ofLiteral(host), port));
    }

    private void send(LinuxDatagramSocket from, LinuxDatagramSocket to, String text) throws IOException {
        out.clear();
        add(to.name(libc), text);
        assertThat(from.send(out, 0, 1)).isEqualTo(1);
        out.clear();
    }

    private void add(DatagramName to, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.add(to, bytes, 0, bytes.length);
    }

    private int receive(LinuxDatagramSocket socket) throws IOException {
        socket.patience(libc, Duration.ofSeconds(20));
        return socket.receiveSoon(in);
    }

    private String text(int index) {
        byte[] bytes = new byte[in.length(index)];
        in.copy(index, bytes, 0);
        return new String(bytes, UTF_8);
    }
}
