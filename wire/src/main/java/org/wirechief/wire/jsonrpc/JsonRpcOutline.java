package org.wirechief.wire.jsonrpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;

/// What a tracer is told of a request (spec mi-json §14).
///
/// @param method as the caller spelled it; empty when there is none
/// @param command what that means; null for nothing
/// @param parameters those at the top, in order and without names: texts and numbers, which lose
///     their fraction; null for all others
public record JsonRpcOutline(Octets method, @Nullable CommandSpec command, List<@Nullable Octets> parameters) {
    /// Says of which requests a tracer is told.
    @FunctionalInterface
    public interface Wanted {
        /// Whether it is to be told of this one.
        ///
        /// @param method as the caller spelled it; empty when there is none
        /// @param command what that means; null for nothing
        boolean wants(Octets method, @Nullable CommandSpec command);
    }
}
