package org.wirechief.endpoint.mi;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Reply;

/// Finds MI commands and runs them, counted. Safe for use by several threads, without a timer.
///
/// @param dispatch runs commands
/// @param counters counts them
/// @param timer of the one thread that uses it; null where it is used by several
public record MiEngine(
        Dispatch dispatch, MiCounters counters, @Nullable CommandTimer timer) {
    /// One for several threads.
    public MiEngine(Dispatch dispatch, MiCounters counters) {
        this(dispatch, counters, null);
    }

    /// The same for one thread.
    public MiEngine timedBy(CommandTimer one) {
        return new MiEngine(dispatch, counters, one);
    }

    /// Runs a command; its answer is in `reply` when this returns.
    public void run(CommandSpec spec, Call call, Reply reply) {
        if (timer == null) {
            dispatch.run(spec, call, reply);
        } else {
            dispatch.run(spec, call, reply, timer);
        }
    }
}
