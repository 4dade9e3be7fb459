package org.wirechief.server.statistics;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.Door;

/// Group `net`: bytes that have arrived at the doors and were not read yet.
final class NetStatistics {
    private final Supplier<List<Door>> doors;
    private final ReceiveQueues queues;
    /// The system walks through all its sockets for each.
    private final RecentReading udp;

    private final RecentReading tcp;

    /// @param clock nanoseconds as [System#nanoTime] tells them
    NetStatistics(Supplier<List<Door>> doors, ReceiveQueues queues, LongSupplier clock) {
        this.doors = doors;
        this.queues = queues;
        this.udp = new RecentReading(() -> waiting("udp"), clock);
        this.tcp = new RecentReading(() -> waiting("tcp"), clock);
    }

    List<Statistic> all() {
        return List.of(
                new Statistic(
                        "net", "waiting_udp", Statistic.Kind.GAUGE, "bytes of UDP requests not read yet", udp::value),
                new Statistic(
                        "net", "waiting_tcp", Statistic.Kind.GAUGE, "bytes of TCP requests not read yet", tcp::value),
                new Statistic("net", "waiting_tls", Statistic.Kind.GAUGE, "0: no door speaks TLS", () -> 0));
    }

    private long waiting(String transport) {
        Set<Integer> ports = doors.get().stream()
                .filter(door ->
                        door.transport().equals(transport) && !door.port().isEmpty())
                .map(door -> Integer.valueOf(door.port()))
                .collect(Collectors.toSet());
        return ports.isEmpty() ? 0 : queues.waiting(transport, ports);
    }
}
