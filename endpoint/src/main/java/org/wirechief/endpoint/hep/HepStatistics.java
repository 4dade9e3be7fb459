package org.wirechief.endpoint.hep;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.wirechief.core.Statistic;

/// What `proto_hep` counts. At rest, what is traced is sent or dropped; meanwhile it waits.
///
/// @param traced copies that doors made, a packet each
/// @param sent packets the system has taken
/// @param droppedFull copies that had no room in the buffer
/// @param droppedRefused packets that could not be sent
/// @param droppedStopped copies that waited when the server stopped
/// @param errors failed attempts to connect or to send
/// @param reconnects connections made anew
/// @param untold exchanges that doors could not tell of
record HepStatistics(
        LongAdder traced,
        LongAdder sent,
        LongAdder droppedFull,
        LongAdder droppedRefused,
        LongAdder droppedStopped,
        LongAdder errors,
        LongAdder reconnects,
        LongAdder untold) {

    HepStatistics() {
        this(
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder(),
                new LongAdder());
    }

    long dropped() {
        return droppedFull.sum() + droppedRefused.sum() + droppedStopped.sum();
    }

    List<Statistic> all(LongSupplier waiting) {
        return List.of(
                number("traced", "packets to send: a request or a reply each", traced::sum),
                number("sent", "packets sent", sent::sum),
                number("dropped", "packets not sent, for whatever reason", this::dropped),
                number("dropped_full", "packets that had no room in the buffer", droppedFull::sum),
                number("dropped_refused", "packets that could not be sent", droppedRefused::sum),
                number("dropped_stopped", "packets that waited when the server stopped", droppedStopped::sum),
                number("errors", "failed attempts to connect or to send", errors::sum),
                number("reconnects", "connections made anew", reconnects::sum),
                number("untold", "requests that a mistake of this server kept from being told", untold::sum),
                new Statistic(
                        LiveHep.MODULE,
                        "waiting",
                        Statistic.Kind.GAUGE,
                        "packets that wait for their collector",
                        waiting));
    }

    private static Statistic number(String name, String summary, LongSupplier value) {
        return new Statistic(LiveHep.MODULE, name, summary, value);
    }
}
