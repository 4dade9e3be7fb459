package org.wirechief.endpoint.mi;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Statistic;

/// What an MI door counts about the requests it serves. Any thread counts.
public final class MiCounters {
    /// Requests of callers that may call.
    final LongAdder requests = new LongAdder();

    /// Answers that are no error.
    final LongAdder replies = new LongAdder();

    /// Answers that are one.
    final LongAdder errors = new LongAdder();

    /// Answers that had no room and became an error.
    final LongAdder repliesTooLarge = new LongAdder();

    /// Commands turned away because too many waited.
    final LongAdder busy = new LongAdder();

    public MiCounters() {}

    void answered(boolean error) {
        (error ? errors : replies).increment();
    }

    /// As numbers of a module.
    public List<Statistic> statistics(String module) {
        return List.of(
                new Statistic(module, "requests", "requests received of callers that may call", requests::sum),
                new Statistic(module, "replies", "answers that are no error", replies::sum),
                new Statistic(module, "errors", "answers that are an error", errors::sum),
                new Statistic(module, "replies_too_large", "answers that had no room", repliesTooLarge::sum),
                new Statistic(module, "busy", "commands turned away because too many waited", busy::sum));
    }
}
