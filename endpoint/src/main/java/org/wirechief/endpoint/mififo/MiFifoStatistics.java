package org.wirechief.endpoint.mififo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.mi.MiCounters;
import org.wirechief.endpoint.traffic.FifoStatistics;
import org.wirechief.net.NetCounters;

/// What `mi_fifo` counts, and its numbers.
///
/// @param mi about requests
/// @param traffic about the FIFOs
/// @param stray answers that came as requests
/// @param garbage times something was skipped that is no request
/// @param abandoned first parts of requests whose rest did not follow
/// @param badNames requests that name a reply FIFO as none may be named
record MiFifoStatistics(
        MiCounters mi,
        NetCounters traffic,
        LongAdder stray,
        LongAdder garbage,
        LongAdder abandoned,
        LongAdder badNames) {
    static final String GROUP = "mi_fifo";

    MiFifoStatistics() {
        this(new MiCounters(), new NetCounters(), new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }

    List<Statistic> all() {
        List<Statistic> all = new ArrayList<>(mi.statistics(GROUP));
        all.add(number("stray", "answers that came as requests, never answered", stray));
        all.add(number("garbage", "times something was skipped that is no request", garbage));
        all.add(number("abandoned", "first parts of requests whose rest did not follow", abandoned));
        all.add(number("bad_names", "requests not run, for no reply FIFO may be named so", badNames));
        all.add(number("bytes_in", "bytes read", traffic.bytesIn));
        all.add(number("bytes_out", "bytes of replies written", traffic.bytesOut));
        all.add(number("parked", "answers that had to wait for their reader", traffic.fifos.repliesParked));
        all.add(number(
                "expired",
                "answers given up because their reader did not take them in time",
                traffic.fifos.repliesExpired));
        all.add(number("truncated", "requests longer than this module takes", traffic.fifos.tooLong));
        all.addAll(FifoStatistics.of(GROUP, traffic.fifos));
        return List.copyOf(all);
    }

    private static Statistic number(String name, String summary, LongAdder counter) {
        return new Statistic(GROUP, name, summary, counter::sum);
    }
}
