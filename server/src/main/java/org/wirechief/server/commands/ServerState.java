package org.wirechief.server.commands;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wirechief.core.Commands;
import org.wirechief.core.Settings;
import org.wirechief.core.Statistics;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;

/// What the built-in commands know of the server they answer for.
///
/// @param identity who it says it is
/// @param clock tells the time
/// @param steady tells a time that does not jump when the clock is set: subscriptions and what is
///     cached last by it
/// @param started when it was started
/// @param arguments its command line, empty when embedded
/// @param commands all commands it serves
/// @param statistics the numbers it keeps about itself
/// @param settings what can be changed while it runs
/// @param events what it and its modules raise
/// @param cache what `cache_store` stores into
/// @param logLevels how much is logged
/// @param reports how it is, and what it said of that
/// @param ownThreads its threads that belong to no module, the attendant; empty when embedded
/// @param endpoints its modules, in the order they were loaded
/// @param stop begins an orderly stop and returns at once
public record ServerState(
        Identity identity,
        InstantSource clock,
        InstantSource steady,
        Instant started,
        List<String> arguments,
        Commands commands,
        Statistics statistics,
        Settings settings,
        Events events,
        LocalCache cache,
        LogLevels logLevels,
        StatusReports reports,
        List<ServiceThread> ownThreads,
        Supplier<List<LiveEndpoint>> endpoints,
        Runnable stop) {

    public ServerState {
        arguments = List.copyOf(arguments);
        ownThreads = List.copyOf(ownThreads);
    }

    /// Every thread that serves, the server's own first.
    public List<ServiceThread> threads() {
        Stream<ServiceThread> modules = endpoints.get().stream().flatMap(e -> e.threads().stream());
        return Stream.concat(ownThreads.stream(), modules).toList();
    }

    /// How long it has been running, in whole seconds as dates are shown in, so that they add up;
    /// never negative, though a clock may be set back.
    public Duration uptime(Instant now) {
        Duration up = Duration.between(started.truncatedTo(SECONDS), now);
        return up.isNegative() ? Duration.ZERO : up;
    }

    /// The modules that take TCP connections.
    List<LiveEndpoint> withTcpDoor() {
        return endpoints.get().stream()
                .filter(e ->
                        e.doors().stream().anyMatch(door -> door.transport().equals("tcp")))
                .toList();
    }

    List<Door> doors() {
        return endpoints.get().stream().flatMap(e -> e.doors().stream()).toList();
    }
}
