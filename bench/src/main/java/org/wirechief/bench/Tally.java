package org.wirechief.bench;

import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What became of the requests of one run. One thread.
///
/// Right replies and latencies are those of the measured time only; what went wrong counts from
/// the first request to the last, because a lost reply is lost also while warming up.
final class Tally {
    /// Latencies beyond a minute count as a minute.
    private static final long LONGEST = 60_000_000_000L;

    private final Histogram latency = new Histogram(LONGEST, 3);
    private boolean measuring;
    private long right;
    private long wrong;
    private long lost;
    private long late;
    private int ended;
    private @Nullable String complaint;

    void measure(boolean on) {
        measuring = on;
    }

    /// @param count of so many replies, 1 or more
    void right(long nanos, int count) {
        if (measuring) {
            right += count;
            latency.recordValueWithCount(Math.clamp(nanos, 1, LONGEST), count);
        }
    }

    /// @param why asked for only if it is the first defect
    void wrong(Supplier<String> why) {
        wrong++;
        if (complaint == null) {
            complain(why.get());
        }
    }

    void lost(int count, String why) {
        if (count > 0) {
            lost += count;
            complain(why);
        }
    }

    /// A reply to a request that was counted as lost before.
    void late() {
        late++;
    }

    /// The server ended a connection that it should have kept.
    void ended(String why) {
        ended++;
        complain(why);
    }

    private void complain(String why) {
        if (complaint == null) {
            complaint = why.length() > 200 ? why.substring(0, 200) + "..." : why;
        }
    }

    Histogram latency() {
        return latency;
    }

    long right() {
        return right;
    }

    Defects defects() {
        return new Defects(wrong, lost, late, ended, complaint);
    }
}
