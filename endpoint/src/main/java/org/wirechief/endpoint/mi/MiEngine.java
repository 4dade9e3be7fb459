package org.wirechief.endpoint.mi;

import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Reply;

/// Finds MI commands and runs them, counted. Safe for use by several threads.
///
/// @param dispatch runs commands
/// @param counters counts them
public record MiEngine(Dispatch dispatch, MiCounters counters) {

    /// Runs a command; its answer is in `reply` when this returns.
    public void run(CommandSpec spec, Call call, Reply reply) {
        dispatch.run(spec, call, reply);
    }
}
