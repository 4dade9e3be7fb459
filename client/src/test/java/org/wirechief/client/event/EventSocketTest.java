package org.wirechief.client.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;

class EventSocketTest {
    private static final DatagramHandler NOBODY = new DatagramHandler() {
        @Override
        public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {}
    };

    @ParameterizedTest
    @ValueSource(strings = {"mi:udp:127.0.0.1:9", "MI:udp:127.0.0.1:9", "Mi:JSON:udp:127.0.0.1:9"})
    void takesTheAddressesThatCallsTake(String node) throws IOException {
        try (EventSocket socket = EventSocket.open(node, null, NOBODY)) {
            assertThat(socket.name()).startsWith("udp:127.0.0.1:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp:127.0.0.1:9", "ctlfifo:/run/x", "/run/mi:json:"})
    void takesNoneWhereNoMiIsSpoken(String node) {
        assertThatThrownBy(() -> EventSocket.open(node, null, NOBODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(node + " cannot be subscribed to");
    }
}
