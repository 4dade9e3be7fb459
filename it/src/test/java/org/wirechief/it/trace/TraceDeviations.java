package org.wirechief.it.trace;

import java.util.Map;
import java.util.Set;

/// What packets tell otherwise than those of OpenSIPS, on purpose. The reasons stand in
/// docs/interpretation.md.
final class TraceDeviations {
    /// Requests that are told of in another number of packets than there, and how many.
    static final Map<String, Integer> OTHERWISE = Map.of(
            "hep.white.notfound", 0,
            "hep3-whitelist/unknown", 0,
            "hep.unix.version", 2,
            "hep3-mi-unix/version", 2,
            "hep3-mi-unix/args", 2,
            "hep3-mi-unix/named", 2,
            "hep3-udp/async", 2,
            "hep.h5udp.fifo_id_true", 2,
            "hep.multiflush.fifo_all4", 2);

    /// Packets whose payload tells of another answer than OpenSIPS gave.
    static final Set<String> OTHER_ANSWER = Set.of(
            "hep.h5udp.stats.2",
            "hep.h6udp.stats.2",
            "hep.h5tcp.stats.2",
            "hep.h6tcp.stats.2",
            "hep.h5udp.id_true.2",
            "hep.h5udp.fifo_id_true.2",
            "hep3-udp/long-reply/1");

    /// Requests that are not sent, by what their names begin with.
    static final Set<String> NOT_ASKED = Set.of("hep.http", "hep.bw_notype", "hep.baddest", "hep3-fifo");

    private TraceDeviations() {}
}
