package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.server.commands.FakeServer.struct;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;
import org.wirechief.core.Statistic;
import org.wirechief.core.Value;

class MiStatisticsTest {
    private final FakeServer server = new FakeServer();
    private final AtomicLong requests = new AtomicLong(7);

    @BeforeEach
    void someNumbers() {
        server.statistics.add(List.of(
                new Statistic("core", "rcv_requests", "", requests::get),
                new Statistic("core", "timestamp", Statistic.Kind.GAUGE, "", () -> 2),
                new Statistic("net", "waiting_udp", Statistic.Kind.GAUGE, "", () -> Long.MAX_VALUE),
                new Statistic("net", "rcv_requests", "", () -> 9)));
    }

    @Test
    void aNameIsTheFirstOneOverAllGroups() {
        assertThat(server.mi("get_statistics", "rcv_requests").value()).isEqualTo(struct("core:rcv_requests", 7));
        assertThat(server.mi("get_statistics", "rcv_requests", "rcv_requests").value())
                .isEqualTo(struct("core:rcv_requests", 7, "core:rcv_requests", 7));
    }

    @Test
    void aGroupIsFoundInAnyCaseANameIsNot() {
        Value net = struct("net:waiting_udp", Long.MAX_VALUE, "net:rcv_requests", 9);

        assertThat(server.mi("get_statistics", "NeT:").value()).isEqualTo(net);
        assertThat(server.mi("get_statistics", "net:", "RCV_requests", "core:rcv_requests", "")
                        .value())
                .isEqualTo(net);
    }

    @Test
    void allIsAllInOrder() {
        assertThat(server.mi("get_statistics", "all").value())
                .isEqualTo(struct(
                        "core:rcv_requests",
                        7,
                        "core:timestamp",
                        2,
                        "net:waiting_udp",
                        Long.MAX_VALUE,
                        "net:rcv_requests",
                        9));
        assertThat(server.mi("get_statistics", "ALL").value()).isEqualTo(struct());
    }

    /// `get_stat_unknown_grp`, `get_stat_colon`, `get_stat_qualified`; text has a fault instead.
    @Test
    void nothingFoundIsAnEmptyStruct() {
        for (String choice : List.of("nope", "nope:", ":", "core:rcv_requests", "")) {
            assertThat(server.mi("get_statistics", choice).value()).as(choice).isEqualTo(struct());
            assertThat(server.mi("list_statistics", choice).value()).as(choice).isEqualTo(struct());
        }
    }

    @Test
    void withoutAChoiceTheDialectComplains() {
        assertThatThrownBy(() -> server.mi("get_statistics").value())
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.isAboutArgument()).isTrue());
        assertThatThrownBy(() -> server.mi("reset_statistics").value())
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.isAboutArgument()).isTrue());
    }

    /// `list_statistics/mixed`, `list_stat_one`.
    @Test
    void listTellsKindsAndNamesAGroupOnlyWhereOneWasAsked() {
        assertThat(server.mi("list_statistics", "net:", "timestamp", "nope").value())
                .isEqualTo(struct(
                        "net:waiting_udp",
                        "non-incremental",
                        "net:rcv_requests",
                        "incremental",
                        "timestamp",
                        "non-incremental"));
        assertThat(server.mi("list_statistics").value())
                .isEqualTo(struct(
                        "core:rcv_requests",
                        "incremental",
                        "core:timestamp",
                        "non-incremental",
                        "net:waiting_udp",
                        "non-incremental",
                        "net:rcv_requests",
                        "incremental"));
        assertThat(server.mi("list_statistics", "all").value()).isEqualTo(struct());
    }

    @Test
    void resetTakesNames() {
        assertThat(server.mi("reset_statistics", "nope", "rcv_requests").value())
                .isEqualTo(Value.of("OK"));
        requests.incrementAndGet();

        assertThat(server.mi("get_statistics", "rcv_requests").value()).isEqualTo(struct("core:rcv_requests", 1));
        assertThat(server.mi("reset_statistics", "timestamp").value()).isEqualTo(Value.of("OK"));
        for (String choice : List.of("core:", "nope", "all", "")) {
            assertThatThrownBy(() -> server.mi("reset_statistics", choice).value())
                    .isInstanceOf(Fault.class)
                    .hasMessage("Statistics Not Found");
        }
    }

    @Test
    void resetAllResetsWhatCanBe() {
        assertThat(server.mi("reset_all_statistics").value()).isEqualTo(Value.of("OK"));

        assertThat(server.mi("get_statistics", "all").value())
                .isEqualTo(struct(
                        "core:rcv_requests",
                        0,
                        "core:timestamp",
                        2,
                        "net:waiting_udp",
                        Long.MAX_VALUE,
                        "net:rcv_requests",
                        0));
    }

    @Test
    void rpcReadsTheSameNumbers() {
        server.mi("reset_statistics", "rcv_requests");

        assertThat(server.call("cnt.get", Value.of("core"), Value.of("rcv_requests"))
                        .value())
                .isEqualTo(Value.of(0));
    }

    /// A program's own mistake is not to blind whoever watches all the rest.
    @Test
    void aNumberThatCannotBeToldIsLeftOutOfLists() {
        server.statistics.add(List.of(new Statistic("demo", "broken", "", () -> {
            throw new IllegalStateException("asked to fail");
        })));
        server.statistics.add(List.of(new Statistic("demo", "whole", "", () -> 5)));

        assertThat(server.mi("get_statistics", "demo:").value()).isEqualTo(struct("demo:whole", 5));
        assertThat(server.mi("get_statistics", "all").value().at("demo:whole")).isEqualTo(Value.of(5));
        assertThat(server.mi("get_statistics", "broken").isFault()).isTrue();
        assertThat(server.call("cnt.grp_get_all", Value.of("demo")).value()).isEqualTo(struct("whole", 5));
        assertThat(server.call("cnt.get", Value.of("demo"), Value.of("broken")).isFault())
                .isTrue();
        assertThat(server.call("stats.get_statistics", Value.of("demo:")).value())
                .isEqualTo(Value.of("demo:whole = 5"));
        assertThat(server.call("stats.fetch", Value.of("demo:")).value()).isEqualTo(struct("demo.whole", "5"));
        assertThat(server.call("stats.fetchn", Value.of("demo:")).value())
                .isEqualTo(struct("demo.whole", Value.of(5.0)));
    }
}
