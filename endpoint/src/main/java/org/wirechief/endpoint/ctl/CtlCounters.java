package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;

/// What `ctl` counts about the calls it serves.
///
/// @param requests whole requests
/// @param replies answers that are no fault
/// @param faults answers that are one
/// @param protocolErrors packets that were none, each ended its connection
/// @param widenedIntegers integers that did not fit 32 bits and went as text
record CtlCounters(
        LongAdder requests, LongAdder replies, LongAdder faults, LongAdder protocolErrors, LongAdder widenedIntegers) {

    CtlCounters() {
        this(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }

    void answered(boolean fault, int widened) {
        (fault ? faults : replies).increment();
        if (widened > 0) {
            widenedIntegers.add(widened);
        }
    }

    List<Statistic> statistics() {
        return List.of(
                new Statistic("ctl", "requests", "whole requests received", requests::sum),
                new Statistic("ctl", "replies", "answers that are no fault", replies::sum),
                new Statistic("ctl", "faults", "answers that are a fault", faults::sum),
                new Statistic("ctl", "protocol_errors", "broken packets received", protocolErrors::sum),
                new Statistic(
                        "ctl", "widened_integers", "integers beyond 32 bits, sent as text", widenedIntegers::sum));
    }
}
