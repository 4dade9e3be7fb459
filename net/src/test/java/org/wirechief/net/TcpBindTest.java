package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// Where TCP listens, and why it cannot.
final class TcpBindTest {

    @Test
    void wildcardIsIpv4Only() throws Exception {
        assumeThat(reachable("::1")).as("this machine has no IPv6 loopback").isTrue();

        try (var listening = new Listening(StreamServerSocket.open(Address.tcp("*", 0), FileAccess.PRIVATE))) {
            int port = listening.socket().local().port();

            assertThat(listening.socket().local().name()).isEqualTo("0.0.0.0");
            new Socket(InetAddress.ofLiteral("127.0.0.1"), port).close();
            assertThatThrownBy(() -> new Socket(InetAddress.ofLiteral("::1"), port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void ipv6IsThereWhenWritten() throws Exception {
        assumeThat(reachable("::1")).as("this machine has no IPv6 loopback").isTrue();

        try (var listening = new Listening(StreamServerSocket.open(Address.tcp("::1", 0), FileAccess.PRIVATE))) {
            int port = listening.socket().local().port();

            new Socket(InetAddress.ofLiteral("::1"), port).close();
            assertThat(listening.socket().local()).hasToString("tcp:[0:0:0:0:0:0:0:1]:" + port);
        }
    }

    @Test
    void hostNameIsResolvedToIpv4() throws Exception {
        try (var listening = new Listening(StreamServerSocket.open(Address.tcp("localhost", 0), FileAccess.PRIVATE))) {
            assertThat(listening.socket().local().name()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void portInUseIsExplained() throws Exception {
        try (var first = new Listening(StreamServerSocket.open(Address.tcp("127.0.0.1", 0), FileAccess.PRIVATE))) {
            int port = first.socket().local().port();

            assertThatThrownBy(() -> StreamServerSocket.open(Address.tcp("127.0.0.1", port), FileAccess.PRIVATE))
                    .isInstanceOf(BindException.class)
                    .hasMessage("cannot bind tcp:127.0.0.1:" + port
                            + ": Address already in use; stop what listens there or choose another port");
        }
    }

    @Test
    void foreignAddressIsExplained() {
        // TEST-NET-1, which no machine has
        assertThatThrownBy(() -> StreamServerSocket.open(Address.tcp("192.0.2.1", 2049), FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot bind tcp:192.0.2.1:2049: 192.0.2.1 is not an address of this machine;"
                        + " choose one that is");
    }

    @Test
    void unknownHostIsExplained() {
        assertThatThrownBy(() -> StreamServerSocket.open(Address.tcp("no-such-host.invalid", 2049), FileAccess.PRIVATE))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot bind tcp:no-such-host.invalid:2049: the host name no-such-host.invalid has no"
                        + " IPv4 address; correct it or write the address");
    }

    @Test
    void datagramIsRefused() {
        var udp = new Address(Transport.UDP, "127.0.0.1", 2049, "udp:127.0.0.1");

        assertThatThrownBy(() -> StreamServerSocket.open(udp, FileAccess.PRIVATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("udp:127.0.0.1:2049 is no stream; allowed are tcp and unixs");
    }

    private record Listening(StreamServerSocket socket) implements AutoCloseable {
        @Override
        public void close() {
            socket.close();
        }
    }

    private static boolean reachable(String literal) {
        try (var server = new java.net.ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(literal), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
