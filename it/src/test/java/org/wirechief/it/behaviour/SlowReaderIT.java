package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;

/// A client that does not read its answers is parked within a bound and loses none of them; nobody
/// else notices.
class SlowReaderIT {
    private static final int REQUESTS = 2000;
    private static final int LETTERS = 20_000;
    private static final int QUEUE = 100_000;

    private final TestCommands commands = new TestCommands();

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void isParkedAndLosesNothing(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(commands::addTo, ctl -> ctl.sendQueueMax(QUEUE));
                RawStream slow = server.connect(transport);
                RawStream other = server.connect("unixs")) {
            byte[] requests = requests();
            int sent = sendUntilParked(slow, requests, server);

            for (int i = 0; i < 100; i++) {
                other.send(Packet.request(1, "t.now", i));
                assertThat(other.receivePacket()).isEqualTo(Packet.reply(1, i));
            }
            // the bound, and the answers that were gathered when it was reached
            if (transport.equals("tcp")) {
                assertThat(queued(server)).isBetween(1L, QUEUE + 2 * 64L * 1024);
            }
            assertThat(server.statistic("ctl", "parked")).isPositive();
            assertThat(server.statistic("ctl", "requests")).isLessThan(REQUESTS);

            for (int i = 1; i <= REQUESTS; i++) {
                sent += slow.sendSome(requests, sent);
                byte[] expected = Packet.reply(i, i, "x".repeat(LETTERS));
                assertThat(slow.receiveAsLongAs(expected)).as("answer %d", i).isEqualTo(expected);
            }
            assertThat(sent).isEqualTo(requests.length);
            assertThat(server.statistic("ctl", "resumed")).isPositive();
        }
    }

    /// Whoever takes no byte for `stall_timeout` is closed; whoever takes some now and then stays.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void isClosedAfterTheStallTimeout(String transport) throws IOException {
        try (LiveServer server = LiveServer.start(
                        commands::addTo, ctl -> ctl.sendQueueMax(QUEUE).stallTimeout(Duration.ofSeconds(1)));
                RawStream slow = server.connect(transport);
                RawStream other = server.connect("unixs")) {
            sendUntilParked(slow, requests(), server);

            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "timed_out_stalled") == 1);

            assertThat(server.statistic("ctl", "closed")).isEqualTo(1);
            other.send(Packet.request(1, "ctl.connections"));
            assertThat(other.receivePacket()).isEqualTo(Packet.reply(1, 1));
        }
    }

    /// The limit of a running server holds for connections accepted from then on; 0 is none.
    @Test
    void stallTimeoutIsASetting() throws IOException {
        try (LiveServer server = LiveServer.start(
                        commands::addTo, ctl -> ctl.sendQueueMax(QUEUE).stallTimeout(Duration.ZERO));
                RawStream patient = server.connect("unixs")) {
            sendUntilParked(patient, requests(), server);
            try (Client client = Client.connect(server.address("unixs"))) {
                assertThat(client.call("cfg.get", "ctl", "stall_timeout").asLong())
                        .isZero();
                client.callForAll("cfg.seti", "ctl", "stall_timeout", 1);
                assertThat(client.call("cfg.get", "ctl", "stall_timeout").asLong())
                        .isEqualTo(1);
            }
            try (RawStream hasty = server.connect("unixs")) {
                hasty.sendSome(requests(), 0);
                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .until(() -> server.statistic("ctl", "timed_out_stalled") == 1);
            }
            byte[] first = Packet.reply(1, 1, "x".repeat(LETTERS));
            assertThat(patient.receiveAsLongAs(first)).isEqualTo(first);
        }
    }

    private static byte[] requests() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 1; i <= REQUESTS; i++) {
            all.writeBytes(Packet.request(i, "t.big", i, LETTERS));
        }
        return all.toByteArray();
    }

    private static int sendUntilParked(RawStream slow, byte[] requests, LiveServer server) throws IOException {
        int sent = slow.sendSome(requests, 0);
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("ctl", "parked") > 0);
        return sent;
    }

    private static long queued(LiveServer server) throws IOException {
        try (Client client = Client.connect(server.address("unixs"))) {
            return client.call("core.tcp_info").at("write_queued_bytes").asLong();
        }
    }
}
