package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class UptimeTest {
    private final FakeServer server = new FakeServer();

    @Test
    void itTellsNowTheStartAndTheSecondsBetweenAsShown() {
        server.clock.advance(Duration.ofMillis(127_900));

        assertThat(server.call("core.uptime").values())
                .containsExactly(FakeServer.struct(
                        "now", Ctime.in(ZoneId.systemDefault(), FakeServer.STARTED.plusMillis(127_900)),
                        "up_since", Ctime.in(ZoneId.systemDefault(), FakeServer.STARTED),
                        "uptime", 128));
    }

    @Test
    void aClockThatIsSetBackMakesItNoTime() {
        server.clock.advance(Duration.ofHours(-1));

        assertThat(server.call("core.uptime").value().at("uptime").asLong()).isZero();
    }
}
