package org.wirechief.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.RawStream;

/// A hundred peers of one carrier ask for much and read nothing. Whoever does read, on that carrier
/// and on the others, gets every answer, whole, and waits for none of them.
class DeadPeersIT {
    private static final int PEERS = 100;

    /// What waits for a peer that does not read waits for 2 s, or 10 s.
    private static final Duration BLOCKED = Duration.ofSeconds(1);

    private final TestCommands commands = new TestCommands();

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void onStreams(String transport) throws Exception {
        try (LiveServer server = server()) {
            Duration alone = GoodClients.medianAt(server, transport);
            try (DeadStreams dead = DeadStreams.on(server.address(transport), PEERS)) {
                dead.askUntil(() -> server.statistic("ctl", "parked") >= PEERS);

                assertNotBlocked(transport, alone, GoodClients.medianAt(server, transport));
                assertThat(server.statistic("ctl", "resumed")).isZero();
                // they have had their time
                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .until(() -> server.statistic("ctl", "timed_out_stalled") == PEERS);
            }
            assertThat(GoodClients.medianAt(server, transport)).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixd", "udp"})
    void inDatagrams(String transport) throws Exception {
        try (LiveServer server = server()) {
            Duration alone = GoodClients.medianAt(server, transport);
            try (DeadDatagrams dead = DeadDatagrams.on(server.address(transport), PEERS)) {
                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .until(() -> dead.rounds() > 20 && (transport.equals("udp") || parked(server)));

                assertNotBlocked(transport, alone, GoodClients.medianAt(server, transport));
            }
            // What an UDP peer does not read the kernel drops, and says nothing.
            if (transport.equals("unixd")) {
                Awaitility.await()
                        .atMost(RawStream.LIMIT)
                        .until(() -> server.statistic("ctl", "replies_expired")
                                        + server.statistic("ctl", "replies_peer_gone")
                                > 0);
            }
            assertThat(GoodClients.medianAt(server, transport)).isPositive();
        }
    }

    private LiveServer server() throws IOException {
        return LiveServer.onEveryCarrier(
                commands::addTo,
                ctl -> ctl.maxConnections(2 * PEERS).sendQueueMax(64 * 1024).stallTimeout(Duration.ofSeconds(10)));
    }

    private static boolean parked(LiveServer server) {
        return server.statistic("ctl", "replies_parked") > PEERS && server.statistic("ctl", "replies_expired") > 0;
    }

    private static void assertNotBlocked(String transport, Duration alone, Duration beside) {
        System.out.printf(
                "%s: median %d us alone, %d us beside %d peers that do not read%n",
                transport, alone.toNanos() / 1000, beside.toNanos() / 1000, PEERS);
        assertThat(beside).isLessThan(BLOCKED);
    }
}
