package org.wirechief.net;

/// An answer on its way to the socket's thread.
///
/// @param bytes its own copy, not changed any more
@SuppressWarnings("ArrayRecordComponent") // never compared
record PendingReply(DatagramPeer peer, byte[] bytes) {}
