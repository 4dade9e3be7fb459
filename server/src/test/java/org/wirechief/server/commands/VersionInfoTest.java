package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;

class VersionInfoTest {
    private static final String FLAGS = "USE_TCP, DISABLE_NAGLE, NIO, VIRTUAL_THREADS";

    private final FakeServer server = new FakeServer();

    @Test
    void versionIsNameVersionAndPlatform() {
        assertThat(server.call("core.version").values()).containsExactly(Value.of("wirechief 1.2.3 (amd64/linux)"));
    }

    @Test
    void flagsAreWordsWithCommas() {
        assertThat(server.call("core.flags").values()).containsExactly(Value.of(FLAGS));
    }

    @Test
    void infoDescribesTheBuild() {
        assertThat(server.call("core.info").values())
                .containsExactly(FakeServer.struct(
                        "version", "wirechief 1.2.3",
                        "id", "abc123",
                        "compiler", "javac 25.0.1",
                        "compiled", "",
                        "flags", FLAGS));
    }

    @Test
    void runinfoDescribesTheBuildAndTellsTheTime() {
        Duration up =
                Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4).plusMillis(999);
        server.clock.advance(up);

        assertThat(server.call("core.runinfo").values())
                .containsExactly(FakeServer.struct(
                        "name", "wirechief",
                        "version", "1.2.3",
                        "sourceid", "abc123",
                        "compiler", "javac 25.0.1",
                        "compiled", "",
                        "time_now", Ctime.in(ZoneId.systemDefault(), FakeServer.STARTED.plus(up)),
                        "time_started", Ctime.in(ZoneId.systemDefault(), FakeServer.STARTED),
                        "uptime_secs", 93785,
                        "utime_days", "1d 2h 3m 5s"));
    }

    @Test
    void daysAreNotCutOff() {
        server.clock.advance(Duration.ofDays(1000));

        assertThat(List.of(
                        server.call("core.runinfo").value().at("uptime_secs").asLong(),
                        server.call("core.runinfo").value().at("utime_days").asText()))
                .containsExactly(86_400_000L, "1000d 0h 0m 0s");
    }
}
