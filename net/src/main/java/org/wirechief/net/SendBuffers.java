package org.wirechief.net;

/// What the system granted of [SenderLimits#sendBuffer()]: all of it, or for who is not root, and
/// over UDP, at most `net.core.wmem_max`.
///
/// @param unix bytes for Unix sockets
/// @param udp bytes for UDP
public record SendBuffers(int unix, int udp) {}
