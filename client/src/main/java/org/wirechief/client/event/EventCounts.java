package org.wirechief.client.event;

import java.util.OptionalLong;

/// What an [EventStream] has counted so far. Every datagram that came is in exactly one of
/// `arrived`, `dropped`, `unreadable` and `unasked`.
///
/// @param arrived events that were or can be taken
/// @param dropped events that found the queue full
/// @param unreadable datagrams that are no event, or too long
/// @param unasked events of other names
/// @param doubtful events among `arrived` that may not be what was raised
/// @param overflown datagrams that the system dropped at the socket; empty where it does not tell
/// @param losses how often the node did not have a subscription any more. What it raised meanwhile
///     nobody knows
public record EventCounts(
        long arrived,
        long dropped,
        long unreadable,
        long unasked,
        long doubtful,
        OptionalLong overflown,
        long losses) {}
