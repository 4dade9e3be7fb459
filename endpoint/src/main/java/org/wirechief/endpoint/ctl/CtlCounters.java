package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;

/// What `ctl` counts about the calls it serves. Any thread counts.
final class CtlCounters {
    /// Whole requests.
    final LongAdder requests = new LongAdder();

    /// Answers that are no fault.
    final LongAdder replies = new LongAdder();

    /// Answers that are one.
    final LongAdder faults = new LongAdder();

    /// Requests that were none; on a BINRPC stream each ended its connection.
    final LongAdder protocolErrors = new LongAdder();

    /// Datagrams without a whole request.
    final LongAdder incompleteDatagrams = new LongAdder();

    /// Datagrams that were a reply or a fault.
    final LongAdder strayReplies = new LongAdder();

    /// Datagrams of this server's own sockets.
    final LongAdder ownDatagrams = new LongAdder();

    /// Requests on a FIFO that were given up half-way: another came behind what was there.
    final LongAdder abandonedRequests = new LongAdder();

    /// Integers that did not fit 32 bits and went as text.
    final LongAdder widenedIntegers = new LongAdder();

    CtlCounters() {}

    void answered(boolean fault, int widened) {
        (fault ? faults : replies).increment();
        if (widened > 0) {
            widenedIntegers.add(widened);
        }
    }

    List<Statistic> statistics() {
        return List.of(
                statistic("requests", "whole requests received", requests),
                statistic("replies", "answers that are no fault", replies),
                statistic("errors", "answers that are a fault", faults),
                statistic("protocol_errors", "broken requests received", protocolErrors),
                statistic("incomplete_datagrams", "datagrams without a whole request", incompleteDatagrams),
                statistic("stray_replies", "datagrams that were no request, never answered", strayReplies),
                statistic("own_datagrams", "datagrams of this server's own sockets, never answered", ownDatagrams),
                statistic("abandoned_requests", "requests on a FIFO given up half-way", abandonedRequests),
                statistic("widened_integers", "integers beyond 32 bits, sent as text", widenedIntegers));
    }

    private static Statistic statistic(String name, String summary, LongAdder counter) {
        return new Statistic("ctl", name, summary, counter::sum);
    }
}
