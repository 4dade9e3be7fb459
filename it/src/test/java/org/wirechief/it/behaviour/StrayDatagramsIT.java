package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;

/// Datagrams that are no request are counted and never answered, so that two servers cannot keep
/// each other busy.
class StrayDatagramsIT {
    @ParameterizedTest
    @ValueSource(strings = {"unixd", "udp"})
    void areCounted(String transport) throws IOException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl);
                RawDatagrams client = RawDatagrams.to(server.address(transport))) {
            byte[] request = Packet.request(9, "core.echo", "x");
            client.send(Packet.reply(1, "x"));
            client.send(Packet.fault(1, 500, "x"));
            client.send(Packet.reply(1));
            client.send(Arrays.copyOf(request, request.length - 1));
            client.send(new byte[0]);
            client.send(request);

            assertThat(client.receive()).isEqualTo(Packet.reply(9, "x"));
            // An answer may come before it is counted.
            Awaitility.await().atMost(RawStream.LIMIT).untilAsserted(() -> {
                assertThat(server.statistic("ctl", "stray_replies")).isEqualTo(3);
                assertThat(server.statistic("ctl", "incomplete_datagrams")).isEqualTo(2);
                assertThat(server.statistic("ctl", "datagrams_received")).isEqualTo(6);
                assertThat(server.statistic("ctl", "datagrams_sent")).isEqualTo(1);
                assertThat(server.statistic("ctl", "requests")).isEqualTo(1);
            });
        }
    }
}
