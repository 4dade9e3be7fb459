package org.wirechief.endpoint.trace;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.Host;

/// How an open door is traced. Safe for use by several threads.
///
/// @param tap takes the copies
/// @param list says of which commands
/// @param backend what the copies call the door
public record Tracing(Tap tap, TraceList list, String backend) {
    /// How a door is traced; null when it is not. A door opens all the same when it cannot be
    /// traced as it was configured; [TraceWarnings] say so.
    public static @Nullable Tracing of(TracePolicy policy, Host host, String backend) {
        String destination = policy.destination();
        Tap tap = destination == null ? null : host.taps().find(destination);
        return tap == null ? null : new Tracing(tap, policy.list(), backend);
    }

    /// Whether a request is to be told of.
    ///
    /// @param called the name as its caller spelled it
    /// @param meant the command that means; null for none
    public boolean wants(Octets called, @Nullable CommandSpec meant) {
        return list.passes(called, meant);
    }
}
