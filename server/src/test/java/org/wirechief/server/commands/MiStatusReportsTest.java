package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.STARTED;
import static org.wirechief.server.commands.FakeServer.struct;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;

class MiStatusReportsTest {
    private final FakeServer server = new FakeServer();

    private Value status() {
        return server.mi("sr_get_status", "core").value();
    }

    private static Value list(Value... elements) {
        return new Value.Arr(List.of(elements));
    }

    private static Value report(int secondsLater, String log) {
        var at = STARTED.plusSeconds(secondsLater);
        return struct("Timestamp", at.getEpochSecond(), "Date", Ctime.local(at), "Log", log);
    }

    @Test
    void readyWhenItsDoorsAreOpenAndNoLongerWhenTheyClose() {
        assertThat(status()).isEqualTo(status(false, -1, "initializing"));
        server.reports.running();
        assertThat(status()).isEqualTo(status(true, 1, "running"));
        server.reports.stopping();
        assertThat(status()).isEqualTo(status(false, -1, "stopping"));
    }

    private static Value status(boolean ready, int number, String details) {
        return struct("Readiness", Value.of(ready), "Status", number, "Details", details);
    }

    @Test
    void whatItSaidOfItself() {
        server.clock.advance(Duration.ofSeconds(2));
        server.reports.running();
        Value said = list(report(0, "initializing"), report(2, "initialization completed, ready now"));
        Value main = list(struct("Name", "main", "Reports", said));

        assertThat(server.mi("sr_list_reports", "core", "main").value()).isEqualTo(said);
        assertThat(server.mi("sr_list_reports", "core").value()).isEqualTo(main);
        assertThat(server.mi("sr_list_reports").value()).isEqualTo(list(struct("Name", "core", "Identifiers", main)));
    }

    @Test
    void theOldestGoes() {
        for (int i = 0; i < StatusReports.MOST; i++) {
            server.reports.add("again " + i);
        }

        assertThat(server.mi("sr_list_reports", "core", "main").value())
                .isInstanceOfSatisfying(Value.Arr.class, all -> {
                    assertThat(all.elements()).hasSize(StatusReports.MOST);
                    assertThat(all.elements().getFirst()).isEqualTo(report(0, "again 0"));
                });
    }
}
