package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.traffic.FifoStatistics;
import org.wirechief.net.DatagramCounters;
import org.wirechief.net.NetCounters;

/// Publishes what the transports count: first what every module tells, then connections, datagrams
/// and FIFOs one by one.
///
/// @param group the module
record TrafficStatistics(String group) {
    static List<Statistic> of(String group, NetCounters net) {
        TrafficStatistics of = new TrafficStatistics(group);
        return Stream.of(
                        of.common(net),
                        of.connections(net),
                        of.datagrams(net.datagrams),
                        FifoStatistics.of(group, net.fifos))
                .flatMap(List::stream)
                .toList();
    }

    private List<Statistic> common(NetCounters net) {
        return List.of(
                sum(
                        "parked",
                        "answers that had to wait for their reader",
                        net.parked,
                        net.datagrams.repliesParked,
                        net.fifos.repliesParked),
                sum(
                        "expired",
                        "answers given up because their reader did not take them in time",
                        net.timedOutStalled,
                        net.datagrams.repliesExpired,
                        net.fifos.repliesExpired),
                sum(
                        "truncated",
                        "requests longer than this module takes",
                        net.closedOverrun,
                        net.datagrams.tooLong,
                        net.fifos.tooLong));
    }

    private List<Statistic> connections(NetCounters net) {
        return List.of(
                one("accepted", "connections taken in", net.accepted),
                one("refused_over_limit", "connections beyond max_connections", net.refusedOverLimit),
                one("accept_errors", "failed accepts", net.acceptErrors),
                one("closed", "connections that ended", net.closed),
                one("closed_overrun", "connections closed for too long a request", net.closedOverrun),
                one("connections_parked", "times a connection waited for its reader", net.parked),
                one("resumed", "times such a connection went on", net.resumed),
                one("timed_out_request", "connections closed half-way a request", net.timedOutRequest),
                one("timed_out_idle", "connections closed for silence", net.timedOutIdle),
                one("timed_out_stalled", "connections whose reader stopped", net.timedOutStalled),
                one("timed_out_linger", "connections whose peer did not close after the end", net.timedOutLinger),
                one("bytes_in", "bytes received", net.bytesIn),
                one("bytes_out", "bytes sent", net.bytesOut),
                one("read_errors", "connections ended by an error in reading", net.readErrors),
                one("write_errors", "connections ended by an error in writing", net.writeErrors),
                one("handler_errors", "connections ended by an error of ours", net.handlerErrors));
    }

    private List<Statistic> datagrams(DatagramCounters net) {
        return List.of(
                one("datagrams_received", "datagrams taken in", net.received),
                one("datagrams_too_long", "datagrams beyond 65535 bytes, dropped", net.tooLong),
                one("datagrams_sent", "datagrams sent", net.sent),
                one("receive_errors", "failed attempts to receive", net.receiveErrors),
                one("datagram_errors", "datagrams that met an error of ours", net.handlerErrors),
                one("replies_unaddressable", "replies to peers without address", net.repliesUnaddressable),
                one("replies_parked", "replies that had to wait for their reader", net.repliesParked),
                one("replies_dropped", "replies beyond what may wait", net.repliesDropped),
                one("replies_expired", "replies that waited too long", net.repliesExpired),
                one("replies_peer_gone", "replies whose reader had gone", net.repliesPeerGone),
                one("send_errors", "replies the system refused", net.sendErrors));
    }

    private Statistic sum(String name, String summary, LongAdder... counters) {
        return new Statistic(
                group,
                name,
                summary,
                () -> Stream.of(counters).mapToLong(LongAdder::sum).sum());
    }

    private Statistic one(String name, String summary, LongAdder counter) {
        return new Statistic(group, name, summary, counter::sum);
    }
}
