package org.wirechief.core;

/// Where a call came from and what it may do.
///
/// @param module the endpoint that took it, `ctl`
/// @param transport `unix_stream`, `tcp`, ...
/// @param peer the caller in the words of its transport, for logs and refusals
/// @param granted the highest level of command it may run
public record Origin(String module, String transport, String peer, Access granted) {}
