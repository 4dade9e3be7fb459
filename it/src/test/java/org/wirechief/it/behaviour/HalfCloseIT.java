package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// A client that has said all it has to say still gets every answer.
class HalfCloseIT {
    private final TestCommands commands = new TestCommands();

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void everyRequestIsAnswered(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(commands::addTo);
                RawStream stream = server.connect(transport)) {
            for (int i = 1; i <= 100; i++) {
                stream.send(Packet.request(i, "t.big", i, 20_000));
            }
            stream.halfClose();

            for (int i = 1; i <= 100; i++) {
                assertThat(stream.receivePacket()).isEqualTo(Packet.reply(i, i, "x".repeat(20_000)));
            }
            assertThat(stream.receiveAll()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void alsoWhatTakesItsTime(String transport) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(commands::addTo);
                RawStream stream = server.connect(transport)) {
            stream.send(Packet.request(1, "t.wait", 1));
            stream.send(Packet.request(2, "t.now", 2));
            stream.send(Packet.request(3, "t.wait", 3));
            stream.halfClose();
            commands.begun.acquire();
            commands.goOn.countDown();

            assertThat(stream.receivePacket()).isEqualTo(Packet.reply(1, 1));
            assertThat(stream.receivePacket()).isEqualTo(Packet.reply(2, 2));
            assertThat(stream.receivePacket()).isEqualTo(Packet.reply(3, 3));
            assertThat(stream.receiveAll()).isEmpty();
        }
    }
}
