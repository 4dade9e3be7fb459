package org.wirechief.cli.hep;

import org.wirechief.core.Octets;
import org.wirechief.wire.hep.HepPacket;

/// A packet as it came.
///
/// @param sender who sent the packet, `udp:127.0.0.1:40000`, `tls:[::1]:40000`
/// @param content what was captured, inflated when it came compressed
public record Captured(String sender, HepPacket packet, Octets content) {}
