package org.wirechief.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.Door;

class ReceiveQueuesTest {
    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    @TempDir
    private Path proc;

    private void sockets() throws IOException {
        Files.writeString(proc.resolve("udp"), HEAD + """
                 1: 0100007F:1F90 00000000:0000 07 00000000:00000A00 00:00000000 00000000     0        0 1 2 0 0
                 2: 0100007F:1F91 00000000:0000 07 00000000:00000001 00:00000000 00000000     0        0 1 2 0 0
                """);
        Files.writeString(proc.resolve("udp6"), HEAD + """
                 1: 00000000000000000000000001000000:1F90 00000000000000000000000000000000:0000 07 00000000:00000010
                """);
        Files.writeString(proc.resolve("tcp"), HEAD + """
                 0: 0100007F:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 1 1 0 0
                 1: 0100007F:1F90 0100007F:9C41 01 00000000:00000020 00:00000000 00000000     0        0 1 1 0 0
                 2: 0100007F:9C41 0100007F:1F90 01 00000000:00000400 00:00000000 00000000     0        0 1 1 0 0
                """);
    }

    @Test
    void bytesAtTheDoorsPortsAreAddedUp() throws IOException {
        sockets();
        ReceiveQueues queues = new ReceiveQueues(proc);

        assertThat(queues.waiting("udp", Set.of(8080))).isEqualTo(0xA10);
        assertThat(queues.waiting("tcp", Set.of(8080))).isEqualTo(0x20);
        assertThat(queues.waiting("udp", Set.of(1))).isZero();
    }

    @Test
    void whatTheSystemDoesNotTellIsZero() {
        assertThat(new ReceiveQueues(proc).waiting("udp", Set.of(8080))).isZero();
    }

    @Test
    void theDoorsSayWhichPorts() throws IOException {
        sockets();
        List<Door> doors = List.of(
                new Door("mi_datagram", "mi", "udp", "127.0.0.1", "8080", "udp:127.0.0.1:8080"),
                new Door("ctl", "binrpc", "tcp", "127.0.0.1", "8080", "tcp:127.0.0.1:8080"),
                new Door("ctl", "binrpc", "unix_dgram", "/run/x", "", "unixd:/run/x"));

        assertThat(new NetStatistics(() -> doors, new ReceiveQueues(proc), () -> 0).all())
                .extracting(Statistic::name, s -> s.value().getAsLong())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("waiting_udp", 0xA10L),
                        org.assertj.core.groups.Tuple.tuple("waiting_tcp", 0x20L),
                        org.assertj.core.groups.Tuple.tuple("waiting_tls", 0L));
    }

    /// The system takes milliseconds for it, and a command on the loop holds up all the others.
    @Test
    void whoeverAsksOftenGetsTheNumbersOfTheLastSecond() throws IOException {
        sockets();
        List<Door> doors = List.of(new Door("ctl", "binrpc", "tcp", "127.0.0.1", "8080", "tcp:127.0.0.1:8080"));
        AtomicLong clock = new AtomicLong();
        Statistic tcp = new NetStatistics(() -> doors, new ReceiveQueues(proc), clock::get)
                .all()
                .get(1);
        assertThat(tcp.value().getAsLong()).isEqualTo(0x20);

        Files.delete(proc.resolve("tcp"));
        assertThat(tcp.value().getAsLong()).isEqualTo(0x20);
        clock.addAndGet(1_000_000_000);
        assertThat(tcp.value().getAsLong()).isZero();
    }
}
