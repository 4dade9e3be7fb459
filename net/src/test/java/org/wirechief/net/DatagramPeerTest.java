package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Sender;
import org.wirechief.net.linux.UnixName;

/// Who a peer is, and what limits may be.
final class DatagramPeerTest {
    private static final UnixName PATH = UnixName.path("/tmp/client".getBytes(UTF_8));

    @Test
    void theAddressDecides() {
        var one = DatagramPeer.of(PATH, new Sender(1, 2, 3));
        var same = DatagramPeer.of(UnixName.path("/tmp/client".getBytes(UTF_8)), null);

        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one).isNotEqualTo(DatagramPeer.of(UnixName.path("/tmp/clienT".getBytes(UTF_8)), null));
        assertThat(one).isNotEqualTo(udp("127.0.0.1", 1));
        assertThat(udp("127.0.0.1", 1)).isEqualTo(udp("127.0.0.1", 1)).isNotEqualTo(udp("127.0.0.1", 2));
        assertThat(udp("127.0.0.1", 1)).isNotEqualTo(udp("127.0.0.2", 1));
    }

    @Test
    void whoHasNoNameIsNobodyElse() {
        assertThat(DatagramPeer.of(UnixName.NONE, null)).isNotEqualTo(DatagramPeer.of(UnixName.NONE, null));
    }

    @Test
    void credentialsAreUnsigned() {
        var peer = DatagramPeer.of(PATH, new Sender(7, 4294967294L, 65534));

        assertThat(peer.credentials()).isEqualTo(new ProcessCredentials(7, 4294967294L, 65534));
    }

    @Test
    void udpPeers() {
        assertThat(udp("192.0.2.1", 1).isLocal()).isFalse();
        assertThat(udp("192.0.2.1", 0).isAddressable()).isFalse();
        assertThat(udp("192.0.2.1", 1).isAddressable()).isTrue();
        assertThatThrownBy(() -> udp("192.0.2.1", 1).unixName()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DatagramPeer.of(PATH, null).udpSocket()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limits() {
        var limits = DatagramLimits.DEFAULT;

        assertThatThrownBy(() -> limits.withMaxRequest(65536))
                .hasMessage("maxRequest 65536 is not between 1 and 65535");
        assertThatThrownBy(() -> limits.withMaxReply(65508)).hasMessage("maxReply 65508 is not between 1 and 65507");
        assertThatThrownBy(() -> limits.withParkedPerPeer(0, 1)).hasMessageStartingWith("parkedPerPeer 0 is not");
        assertThatThrownBy(() -> limits.withParkedPerPeer(1, 0)).hasMessageStartingWith("parkedBytesPerPeer 0 is");
        assertThatThrownBy(() -> limits.withParkedInAll(0, 1)).hasMessageStartingWith("parkedInAll 0 is not");
        assertThatThrownBy(() -> limits.withParkedInAll(1, 0)).hasMessageStartingWith("parkedBytesInAll 0 is not");
        assertThatThrownBy(() -> limits.withSendBuffer(0)).hasMessageStartingWith("sendBuffer 0 is not");
        assertThatThrownBy(() -> limits.withReplyTimeout(Duration.ZERO))
                .hasMessage("replyTimeout PT0S is not more than 0 and at most PT1H");
        assertThatThrownBy(() -> limits.withReplyTimeout(Duration.ofHours(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DatagramPeer udp(String address, int port) {
        return DatagramPeer.udp(new InetSocketAddress(InetAddress.ofLiteral(address), port));
    }
}
