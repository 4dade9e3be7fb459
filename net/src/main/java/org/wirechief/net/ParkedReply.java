package org.wirechief.net;

/// An answer that waits until its peer can take it.
///
/// @param bytes its own copy, not changed any more
/// @param expiresAt in the sense of [System#nanoTime()]
@SuppressWarnings("ArrayRecordComponent") // never compared
record ParkedReply(byte[] bytes, long expiresAt) {}
