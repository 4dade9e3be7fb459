package org.wirechief.core;

/// One request on its way to a command. Valid only until the command returns: what it keeps, it
/// copies.
public interface Call {
    /// The name as the caller spelled it.
    Octets command();

    Args args();

    Origin origin();

    /// Which names its caller uses for commands of MI.
    default MiNaming naming() {
        return MiNaming.V3;
    }
}
