package org.wirechief.endpoint.access;

/// Who is at the other end of a Unix socket.
///
/// @param user the name or the decimal id of the user
/// @param group the name or the decimal id of the primary group
public record UnixCaller(String user, String group) {}
