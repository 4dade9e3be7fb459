package org.wirechief.endpoint.access;

import org.wirechief.core.Access;

/// What a policy says about a peer.
public sealed interface Admission {
    /// It may call commands up to this level.
    record Admitted(Access level) implements Admission {}

    /// It may not call at all.
    ///
    /// @param source the address or user it is known by
    /// @param reason for the peer: what is wrong, and the line that would let it in
    record Refused(String source, String reason) implements Admission {}
}
