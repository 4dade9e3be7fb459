package org.wirechief.endpoint.midatagram;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.mi.MiCounters;
import org.wirechief.net.DatagramCounters;
import org.wirechief.net.NetCounters;

/// What `mi_datagram` counts, and its numbers.
///
/// @param mi about requests
/// @param traffic about datagrams
/// @param stray datagrams that were answers
/// @param own datagrams of this server's own sockets
record MiDatagramStatistics(MiCounters mi, NetCounters traffic, Refusals refusals, LongAdder stray, LongAdder own) {
    static final String GROUP = "mi_datagram";

    MiDatagramStatistics() {
        this(new MiCounters(), new NetCounters(), new Refusals(), new LongAdder(), new LongAdder());
    }

    List<Statistic> all() {
        List<Statistic> all = new ArrayList<>(mi.statistics(GROUP));
        all.add(refusals.statistic(GROUP));
        all.add(refusals.displaced(GROUP));
        all.add(number("stray", "datagrams that were an answer, never answered", stray));
        all.add(number("own", "datagrams of this server's own sockets, never answered", own));
        DatagramCounters datagrams = traffic.datagrams;
        all.add(number("received", "datagrams taken in", datagrams.received));
        all.add(number("sent", "datagrams sent", datagrams.sent));
        all.add(number("bytes_in", "bytes received", traffic.bytesIn));
        all.add(number("bytes_out", "bytes sent", traffic.bytesOut));
        all.add(number("truncated", "requests of more than 65457 bytes, answered with an error", datagrams.tooLong));
        all.add(number("unaddressable", "answers to peers without address", datagrams.repliesUnaddressable));
        all.add(number("parked", "answers that had to wait for their reader", datagrams.repliesParked));
        all.add(number("expired", "answers that waited longer than socket_timeout", datagrams.repliesExpired));
        all.add(number("dropped", "answers beyond what may wait", datagrams.repliesDropped));
        all.add(number("peer_gone", "answers whose reader had gone", datagrams.repliesPeerGone));
        all.add(number("send_errors", "answers the system refused", datagrams.sendErrors));
        all.add(number("receive_errors", "failed attempts to receive", datagrams.receiveErrors));
        all.add(number("handler_errors", "datagrams that met an error of ours", datagrams.handlerErrors));
        return List.copyOf(all);
    }

    private static Statistic number(String name, String summary, LongAdder counter) {
        return new Statistic(GROUP, name, summary, counter::sum);
    }
}
