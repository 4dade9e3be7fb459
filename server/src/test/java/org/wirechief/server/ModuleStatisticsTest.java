package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.endpoint.pike.Pike;

class ModuleStatisticsTest {
    @TempDir
    private Path directory;

    @Test
    void everyModuleTellsTheSameBesideItsOwn() throws Exception {
        try (var server = Wirechief.builder()
                .endpoint(Ctl.listening("unixs:" + directory.resolve("ctl")))
                .endpoint(MiDatagram.listening(directory.resolve("mi").toString()))
                .statistic("demo", "greeted", "greetings said", () -> 3)
                .start()) {
            for (String module : List.of("ctl", "mi_datagram")) {
                assertThat(server.statistics().list(module))
                        .extracting(Statistic::name)
                        .contains(
                                "requests",
                                "replies",
                                "errors",
                                "parked",
                                "expired",
                                "truncated",
                                "refused",
                                "refused_sources_displaced",
                                "time");
            }
            assertThat(server.statistics().groups())
                    .containsExactly("shmem", "core", "net", "server", "cache", "ctl", "mi_datagram", "demo", "load");
            assertThat(server.statistics().find("greeted").orElseThrow().value().getAsLong())
                    .isEqualTo(3);
        }
    }

    @Test
    void whoseCallersAreNotToldApartTellsTheSameButForThem() throws Exception {
        try (var server = Wirechief.builder()
                .endpoint(MiFifo.at(directory.resolve("fifo").toString()))
                .start()) {
            assertThat(server.statistics().list("mi_fifo"))
                    .extracting(Statistic::name)
                    .contains("requests", "replies", "errors", "parked", "expired", "truncated", "time");
        }
    }

    /// Theirs would be 0 for ever.
    @Test
    void modulesByWhichNoCommandsComeTellNoTimeOfThem() throws Exception {
        try (var server = Wirechief.builder()
                .endpoint(Ctl.listening("unixs:" + directory.resolve("ctl")))
                .endpoint(Pike.INITIAL)
                .endpoint(EventDatagram.MODULE.initial())
                .endpoint(Hep.MODULE.initial())
                .start()) {
            for (String module : List.of("pike", "event_datagram", "proto_hep")) {
                assertThat(server.statistics().list(module))
                        .extracting(Statistic::name)
                        .isNotEmpty()
                        .doesNotContain("time");
            }
        }
    }
}
