package org.wirechief.endpoint.eventdatagram;

import java.util.List;
import java.util.function.LongSupplier;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.net.NetCounters;

/// What `event_datagram` counts, and its numbers.
///
/// @param events what became of them; every subscriber of an event counts
/// @param traffic about the sockets
record EventDatagramStatistics(EventCounters events, NetCounters traffic) {
    static final String GROUP = "event_datagram";

    EventDatagramStatistics() {
        this(new EventCounters(), new NetCounters());
    }

    List<Statistic> all(EventBudget budget) {
        return List.of(
                number("raised", "events raised for a subscriber", events.raised::sum),
                new Statistic(
                        GROUP, "waiting", Statistic.Kind.GAUGE, "of these, those that still wait", events::waiting),
                new Statistic(
                        GROUP,
                        "waiting_bytes",
                        Statistic.Kind.GAUGE,
                        "what they take of waiting_bytes_max",
                        budget::used),
                new Statistic(
                        GROUP,
                        "waiting_bytes_max",
                        Statistic.Kind.GAUGE,
                        "how many bytes may wait for all subscribers together",
                        budget::most),
                number("sent", "datagrams that left", events.sent::sum),
                number("failed", "events that could not be sent to a subscriber", events.failed::sum),
                number(
                        "dropped",
                        "events that gave way, for too many waited or the subscription ended",
                        events.dropped::sum),
                number("gone", "of those that failed, where nobody was there", traffic.datagrams.repliesPeerGone::sum),
                number("send_errors", "of those that failed, which the system refused", this::refused),
                number("waits", "times a subscriber was waited for", traffic.datagrams.repliesParked::sum),
                number("bytes_out", "bytes sent", traffic.bytesOut::sum));
    }

    private long refused() {
        return traffic.datagrams.sendErrors.sum();
    }

    private static Statistic number(String name, String summary, LongSupplier value) {
        return new Statistic(GROUP, name, summary, value);
    }
}
