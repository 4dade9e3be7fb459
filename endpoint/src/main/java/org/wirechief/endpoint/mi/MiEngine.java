package org.wirechief.endpoint.mi;

import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Middleware;
import org.wirechief.core.Reply;

/// Finds MI commands and runs them, counted. Safe for use by several threads, unless it is timed.
///
/// @param dispatch finds commands
/// @param counters counts them
/// @param road runs them
public record MiEngine(Dispatch dispatch, MiCounters counters, Middleware.Next road) {
    /// One for several threads.
    public MiEngine(Dispatch dispatch, MiCounters counters) {
        this(dispatch, counters, dispatch::run);
    }

    /// The same for the one thread of this timer.
    public MiEngine timedBy(CommandTimer timer) {
        return new MiEngine(dispatch, counters, (spec, call, reply) -> dispatch.run(spec, call, reply, timer));
    }

    /// Runs a command; its answer is in `reply` when this returns.
    public void run(CommandSpec spec, Call call, Reply reply) {
        road.proceed(spec, call, reply);
    }
}
