package org.wirechief.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.wirechief.core.Commands;
import org.wirechief.endpoint.LiveEndpoint;

/// What the built-in commands know of the server they answer for.
///
/// @param identity who it says it is
/// @param clock tells the time
/// @param started when it was started
/// @param arguments its command line, empty when embedded
/// @param commands all commands it serves
/// @param endpoints its open modules, in the order they were loaded
/// @param stop begins an orderly stop and returns at once
public record ServerState(
        Identity identity,
        InstantSource clock,
        Instant started,
        List<String> arguments,
        Commands commands,
        Supplier<List<LiveEndpoint>> endpoints,
        Runnable stop) {}
