package org.wirechief.endpoint;

/// A module as configured: a value that can be built into a server. Immutable.
public interface Endpoint {
    /// The module's name as `loadmodule` spells it, `ctl`.
    String module();

    /// Builds it for a server; opens nothing yet.
    LiveEndpoint in(Host host);
}
