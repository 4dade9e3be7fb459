package org.wirechief.endpoint.mi;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Octets;
import org.wirechief.core.Reply;
import org.wirechief.core.Vocabulary;

/// Finds MI commands and runs them, counted. Safe for use by several threads.
///
/// @param dispatch runs commands
/// @param counters counts them
public record MiEngine(Dispatch dispatch, MiCounters counters) {

    /// The command of that name, compared exactly; null for none.
    public @Nullable CommandSpec find(Octets name) {
        return dispatch.find(Vocabulary.MI, name);
    }

    /// Runs a command; its answer is in `reply` when this returns.
    public void run(CommandSpec spec, Call call, Reply reply) {
        dispatch.run(spec, call, reply);
    }
}
