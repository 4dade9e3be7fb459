package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// What a connection says of its two ends.
final class PeerTest {

    @Test
    void tcpPeerHasNumericAddressAndPort() throws Exception {
        try (var door = Door.open(Carrier.TCP, Lines.echoing());
                var client = door.dial()) {
            Waiting.until(() -> door.listener.connections().size() == 1);
            var here = (InetSocketAddress) client.channel().getLocalAddress();

            assertThat(door.connection().peer())
                    .isEqualTo(new Peer(Transport.TCP, "127.0.0.1", here.getPort(), here.getAddress()));
            assertThat(door.connection().peer().isLocal()).isTrue();
            assertThat(door.connection().credentials()).isNull();
        }
    }

    @Test
    void tcpListenerKnowsItsRealPort() throws Exception {
        try (var door = Door.open(Carrier.TCP, Lines.echoing());
                var client = door.dial()) {
            Waiting.until(() -> door.listener.connections().size() == 1);
            int port = ((InetSocketAddress) client.channel().getRemoteAddress()).getPort();

            assertThat(door.listener.address().port()).isZero();
            assertThat(door.listener.local())
                    .isEqualTo(new Address(Transport.TCP, "127.0.0.1", port, "tcp:127.0.0.1:0"));
            assertThat(door.connection().local()).isEqualTo(door.listener.local());
        }
    }

    @Test
    void unixPeerHasCredentials() throws Exception {
        try (var door = Door.open(Carrier.UNIX, Lines.echoing());
                var client = door.dial()) {
            Waiting.until(() -> door.listener.connections().size() == 1);
            var connection = door.connection();
            var peer = connection.peer();

            assertThat(peer.address()).as("a client without a name").isEmpty();
            assertThat(connection.credentials()).isNotNull();
            assertThat(connection.credentials().user())
                    .isEqualTo(Files.getOwner(Door.freshDirectory()).getName());
            assertThat(peer.isLocal()).isTrue();
            assertThat(client.channel().isOpen()).isTrue();

            var before = connection.credentials();
            client.channel().close();
            Waiting.until(() -> door.listener.connections().isEmpty());
            assertThat(connection.credentials()).as("kept").isSameAs(before);
        }
    }

    @Test
    void whoHasGoneBeforeAnybodyAskedIsNotKnown() throws Exception {
        try (var door = Door.open(Carrier.UNIX, Lines.echoing());
                var client = door.dial()) {
            Waiting.until(() -> door.listener.connections().size() == 1);
            var connection = door.connection();
            client.channel().close();
            Waiting.until(() -> door.listener.connections().isEmpty());

            assertThat(connection.credentials()).isNull();
        }
    }

    @Test
    void unixPeerMayHaveName() throws Exception {
        var name = Door.freshDirectory().resolve("me");
        try (var door = Door.open(Carrier.UNIX, Lines.echoing());
                var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(name));
            channel.connect(door.listener.bound());
            Waiting.until(() -> door.listener.connections().size() == 1);

            assertThat(door.connection().peer().address()).isEqualTo(name.toString());
        }
    }

    @Test
    void unixListenerReportsTheConfiguredPath() throws Exception {
        try (var door = Door.open(Carrier.UNIX, Lines.echoing())) {
            assertThat(door.listener.bound())
                    .isEqualTo(
                            UnixDomainSocketAddress.of(door.listener.address().name()));
            assertThat(door.listener.local()).isEqualTo(door.listener.address());
        }
    }
}
