package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// At most 128 stream connections over all doors; further ones are closed at once (spec ctl §7.7).
class ConnectionLimitIT {
    @Test
    void oneTooManyIsClosedAndTheOthersStay() throws IOException {
        List<RawStream> open = new ArrayList<>();
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            for (int i = 0; i < 128; i++) {
                open.add(server.connect(i % 2 == 0 ? "unixs" : "tcp"));
            }
            RawStream last = open.getLast();
            last.send(Packet.request(1, "ctl.connections"));
            assertThat(last.receivePacket()).isEqualTo(Packet.reply(1, 128));

            try (RawStream unix = server.connect("unixs");
                    RawStream tcp = server.connect("tcp")) {
                assertThat(unix.receiveAll()).isEmpty();
                assertThat(tcp.receiveAll()).isEmpty();
            }
            assertThat(server.statistic("ctl", "refused_over_limit")).isEqualTo(2);
            for (RawStream stream : open) {
                stream.send(Packet.request(2, "core.echo", "x"));
                assertThat(stream.receivePacket()).isEqualTo(Packet.reply(2, "x"));
            }

            open.removeFirst().close();
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "closed") > 0);
            try (RawStream next = server.connect("unixs")) {
                next.send(Packet.request(3, "ctl.connections"));
                assertThat(next.receivePacket()).isEqualTo(Packet.reply(3, 128));
            }
        } finally {
            open.forEach(RawStream::close);
        }
    }
}
