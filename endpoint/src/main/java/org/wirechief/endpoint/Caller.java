package org.wirechief.endpoint;

/// An open connection of a client.
///
/// @param id counts connections since the start
/// @param payload the language spoken on it
/// @param peer the client's address, `<anonymous unix socket>` where it has none
/// @param peerPort its port as text, empty where there is none
/// @param local the listener's address or path
/// @param localPort the listener's port as text, empty where there is none
/// @param queued bytes of answers the client has not taken yet
public record Caller(
        long id,
        String payload,
        String transport,
        String peer,
        String peerPort,
        String local,
        String localPort,
        long queued) {}
