package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;
import org.wirechief.net.NetCounters;

/// Publishes what the transports count.
final class TrafficStatistics {
    private TrafficStatistics() {}

    static List<Statistic> of(String group, NetCounters net) {
        return List.of(
                statistic(group, "accepted", "connections taken in", net.accepted),
                statistic(group, "refused_over_limit", "connections beyond max_connections", net.refusedOverLimit),
                statistic(group, "accept_errors", "failed accepts", net.acceptErrors),
                statistic(group, "closed", "connections that ended", net.closed),
                statistic(group, "closed_overrun", "connections closed for too long a request", net.closedOverrun),
                statistic(group, "parked", "times a connection waited for its reader", net.parked),
                statistic(group, "resumed", "times such a connection went on", net.resumed),
                statistic(group, "timed_out_request", "connections closed half-way a request", net.timedOutRequest),
                statistic(group, "timed_out_idle", "connections closed for silence", net.timedOutIdle),
                statistic(group, "timed_out_stalled", "connections whose reader stopped", net.timedOutStalled),
                statistic(group, "bytes_in", "bytes received", net.bytesIn),
                statistic(group, "bytes_out", "bytes sent", net.bytesOut),
                statistic(group, "read_errors", "connections ended by an error in reading", net.readErrors),
                statistic(group, "write_errors", "connections ended by an error in writing", net.writeErrors),
                statistic(group, "handler_errors", "connections ended by an error of ours", net.handlerErrors),
                statistic(group, "datagrams_received", "datagrams taken in", net.datagrams.received),
                statistic(group, "datagrams_too_long", "datagrams beyond 65535 bytes, dropped", net.datagrams.tooLong),
                statistic(group, "datagrams_sent", "datagrams sent", net.datagrams.sent),
                statistic(group, "receive_errors", "failed attempts to receive", net.datagrams.receiveErrors),
                statistic(group, "datagram_errors", "datagrams that met an error of ours", net.datagrams.handlerErrors),
                statistic(
                        group,
                        "replies_unaddressable",
                        "replies to peers without address",
                        net.datagrams.repliesUnaddressable),
                statistic(
                        group,
                        "replies_parked",
                        "replies that had to wait for their reader",
                        net.datagrams.repliesParked),
                statistic(group, "replies_dropped", "replies beyond what may wait", net.datagrams.repliesDropped),
                statistic(group, "replies_expired", "replies that waited too long", net.datagrams.repliesExpired),
                statistic(group, "replies_peer_gone", "replies whose reader had gone", net.datagrams.repliesPeerGone),
                statistic(group, "send_errors", "replies the system refused", net.datagrams.sendErrors));
    }

    private static Statistic statistic(String group, String name, String summary, LongAdder counter) {
        return new Statistic(group, name, summary, counter::sum);
    }
}
