package org.wirechief.it.mi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawStream;

/// A hundred Unix peers ask and do not read. Whoever does read gets every answer, about as soon as
/// before; what waits for them expires after `socket_timeout` and is counted.
class DeadPeersIT {
    private static final int PEERS = 100;
    private static final int ROUNDS = 40;
    private static final int CALLS = 500;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void changeNothingForTheOthers(int readers) throws Exception {
        List<MiTalk> dead = new ArrayList<>();
        try (MiServer server =
                        Probed.start("unix", mi -> mi.childrenCount(readers).socketTimeout(Duration.ofMillis(1500)));
                MiTalk good = MiTalk.with(server)) {
            Duration alone = median(good);
            for (int i = 0; i < PEERS; i++) {
                dead.add(MiTalk.with(server));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (MiTalk peer : dead) {
                    peer.send(":probe_big:\n1000\n");
                }
            }
            Duration beside = median(good);

            System.out.println("median of " + CALLS + " calls, " + readers + " readers: alone " + alone.toNanos() / 1000
                    + " us, beside " + PEERS + " peers that do not read " + beside.toNanos() / 1000 + " us");
            assertThat(beside).isLessThan(alone.multipliedBy(20).plusMillis(50));
            assertThat(server.statistic("parked")).isPositive();
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(server.statistic("expired")).isPositive());
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(settled(server)).isEqualTo(2L * CALLS + (long) PEERS * ROUNDS));
            assertThat(server.statistic("send_errors")).isZero();
            assertThat(median(good)).isPositive();
        } finally {
            for (MiTalk peer : dead) {
                peer.close();
            }
        }
    }

    /// Every answer is in exactly one of these.
    private static long settled(MiServer server) {
        return server.statistic("sent")
                + server.statistic("expired")
                + server.statistic("dropped")
                + server.statistic("peer_gone")
                + server.statistic("send_errors");
    }

    private static Duration median(MiTalk client) throws IOException {
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            assertThat(client.ask(":probe_code:\n299\n" + i + "\n")).isEqualTo("299 " + i + "\n\n");
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return Duration.ofNanos(nanos[CALLS / 2]);
    }
}
