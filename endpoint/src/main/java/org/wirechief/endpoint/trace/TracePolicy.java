package org.wirechief.endpoint.trace;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.ConfigError;

/// What a door traces, as configured. Immutable.
///
/// @param module whose parameters these are, for messages
/// @param destination as `hep_id` names it; null for none
public record TracePolicy(String module, @Nullable String destination, TraceList list) {

    /// Nothing is traced.
    public static TracePolicy initial(String module) {
        return new TracePolicy(module, null, TraceList.EVERYTHING);
    }

    /// Traces to there and nowhere else.
    ///
    /// @throws ConfigError when it is no name
    public TracePolicy to(String name) {
        if (name.isBlank()) {
            throw ConfigError.of(
                    module + ".trace_destination", "\"\"", "the name of a hep_id of proto_hep is needed, hep_dest");
        }
        return new TracePolicy(module, name, list);
    }

    /// Traces what this list says and no other.
    ///
    /// @param text `b: ps, which`
    /// @throws ConfigError when it is no list
    public TracePolicy only(String text) {
        return new TracePolicy(module, destination, TraceList.parse(module, text));
    }
}
