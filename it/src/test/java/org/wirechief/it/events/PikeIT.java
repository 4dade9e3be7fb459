package org.wirechief.it.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.Client;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.pike.Pike;
import org.wirechief.it.live.Doors;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;

/// `pike` before the datagram doors of a server. The unit is long, so that a test is inside one.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PikeIT {
    private static final Pike FIVE = Pike.INITIAL
            .reqsDensityPerUnit(5)
            .samplingTimeUnit(Duration.ofMinutes(10))
            .removeLatency(Duration.ofMinutes(20));
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Wirechief start(TempFolder folder, Pike pike) throws IOException {
        return Wirechief.builder()
                .endpoint(Ctl.listening("unixs:" + folder.resolve("ctl"), "unixd:" + folder.resolve("d"))
                        .udp("127.0.0.1", 0))
                .endpoint(MiDatagram.udp("127.0.0.1", 0))
                .endpoint(pike)
                .start();
    }

    private static long statistic(Wirechief server, String name) {
        return server.statistics().value("pike", name);
    }

    @Test
    void aSourceOverItsRateIsRefusedAtEveryDatagramDoorAndNowhereElse() throws Exception {
        try (TempFolder folder = TempFolder.create();
                Wirechief server = start(folder, FIVE);
                Client udp = Client.connect(Doors.address(server, "udp:"));
                Client mi = Client.connect(Doors.address(server, "mi:"), SHORT);
                Client stream = Client.connect(Doors.address(server, "unixs:"));
                Client unix = Client.connect(Doors.address(server, "unixd:"))) {
            for (int i = 0; i < 5; i++) {
                udp.call("core.uptime");
            }

            assertThatThrownBy(() -> udp.within(SHORT).call("core.uptime")).isInstanceOf(CallTimedOut.class);
            assertThatThrownBy(() -> mi.call("uptime")).isInstanceOf(CallTimedOut.class);
            stream.call("core.uptime");
            for (int i = 0; i < 20; i++) {
                unix.call("core.uptime");
            }
            assertThat(statistic(server, "blocks")).isEqualTo(1);
            assertThat(statistic(server, "blocked")).isEqualTo(1);
            assertThat(statistic(server, "sources")).isEqualTo(1);
            assertThat(statistic(server, "refused")).isEqualTo(2);
        }
    }

    @Test
    void aSourceThatIsQuietIsLetInAgain() throws Exception {
        Pike quick = FIVE.samplingTimeUnit(Duration.ofSeconds(1));
        try (TempFolder folder = TempFolder.create();
                Wirechief server = start(folder, quick);
                Client udp = Client.connect(Doors.address(server, "udp:"), Duration.ofSeconds(2))) {
            while (statistic(server, "blocks") == 0) {
                var _ = udp.callAsync("core.uptime");
            }

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptionsInstanceOf(CallTimedOut.class)
                    .until(() -> udp.call("core.uptime") != null);
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Pike.INITIAL.reqsDensityPerUnit(0))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("pike.reqs_density_per_unit = 0");
        Pike forgetful = Pike.INITIAL.removeLatency(Duration.ofSeconds(1));
        assertThatThrownBy(() -> Wirechief.builder().endpoint(forgetful).start())
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("at least sampling_time_unit is needed");
    }
}
