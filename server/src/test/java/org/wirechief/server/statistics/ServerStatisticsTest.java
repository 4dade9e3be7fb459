package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Octets;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.ServiceThread;

class ServerStatisticsTest {
    private final Statistics statistics = new Statistics();
    private final Dispatch dispatch = new Dispatch(new Commands(), List.of());
    private final ServerStatistics server = new ServerStatistics(
            statistics,
            Set.of(),
            List.of("ctl", "mi_datagram", "proto_hep", "pike"),
            dispatch,
            () -> 5,
            () -> 77,
            List::of);

    private long value(String group, String name) {
        return statistics.value(group, name);
    }

    private List<String> names(String group) {
        return statistics.list(group).stream().map(Statistic::name).toList();
    }

    @Test
    void groupsAndNamesAreThoseOfOpenSips() {
        statistics.add(List.of(new Statistic("ctl", "requests", "", () -> 1)));
        server.measureLoad(List.of(new ServiceThread("ctl handler", 1)));
        server.stop();

        assertThat(statistics.groups()).containsExactly("shmem", "core", "net", "ctl", "load");
        assertThat(names("shmem"))
                .containsExactly(
                        "total_size", "used_size", "real_used_size", "max_used_size", "free_size", "fragments");
        assertThat(names("core"))
                .containsExactly(
                        "rcv_requests",
                        "rcv_replies",
                        "fwd_requests",
                        "fwd_replies",
                        "drop_requests",
                        "drop_replies",
                        "err_requests",
                        "err_replies",
                        "bad_URIs_rcvd",
                        "unsupported_methods",
                        "bad_msg_hdr",
                        "slow_messages",
                        "timestamp");
        assertThat(names("net")).containsExactly("waiting_udp", "waiting_tcp", "waiting_tls");
        assertThat(names("load"))
                .containsExactly(
                        "load",
                        "load1m",
                        "load10m",
                        "load-all",
                        "load1m-all",
                        "load10m-all",
                        "load-proc-0",
                        "load1m-proc-0",
                        "load10m-proc-0",
                        "processes_number");
    }

    @Test
    void coreAddsUpWhatModulesCount() {
        statistics.add(List.of(
                new Statistic("ctl", "requests", "", () -> 7),
                new Statistic("mi_datagram", "requests", "", () -> 30),
                new Statistic("demo", "requests", "", () -> 500),
                new Statistic("ctl", "errors", "", () -> 2)));
        dispatch.find(Vocabulary.RPC, Octets.of("nope"));

        assertThat(value("core", "rcv_requests")).isEqualTo(37);
        assertThat(value("core", "err_requests")).isEqualTo(2);
        assertThat(value("core", "unsupported_methods")).isEqualTo(1);
        assertThat(value("core", "slow_messages")).isEqualTo(5);
        assertThat(value("core", "timestamp")).isEqualTo(77);
    }

    @Test
    void coreLeavesOutTheErrorsOfModulesThatNobodyCalls() {
        statistics.add(List.of(
                new Statistic("ctl", "requests", "", () -> 7),
                new Statistic("ctl", "errors", "", () -> 2),
                new Statistic("ctl", "refused", "", () -> 4),
                new Statistic("proto_hep", "errors", "", () -> 100),
                new Statistic("proto_hep", "send_errors", "", () -> 100),
                new Statistic("pike", "refused", "", () -> 30)));

        assertThat(value("core", "err_requests")).isEqualTo(2);
        assertThat(value("core", "err_replies")).isZero();
        assertThat(value("core", "drop_requests"))
                .as("pike stands before doors")
                .isEqualTo(34);
    }

    @Test
    void aGroupOfTheProgramIsItsAlone() {
        Statistics others = new Statistics();
        var own =
                new ServerStatistics(others, Set.of("core", "load"), List.of(), dispatch, () -> 5, () -> 77, List::of);
        own.measureLoad(List.of());
        own.stop();

        assertThat(others.groups()).containsExactly("shmem", "net");
    }

    @Test
    void sharedMemoryIsTheJvms() {
        assertThat(value("shmem", "total_size"))
                .isGreaterThanOrEqualTo(Runtime.getRuntime().maxMemory());
        assertThat(value("shmem", "used_size")).isPositive();
    }
}
