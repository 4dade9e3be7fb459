package org.wirechief.endpoint;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.wirechief.core.Dispatch;
import org.wirechief.core.event.Events;

/// What a server lends to its endpoints.
///
/// @param dispatch runs commands
/// @param events those of all modules and of the program
/// @param clock tells the time
/// @param steady tells a time that does not jump when the clock is set: subscriptions last by it
/// @param glance how long a time of `steady` that is waited for may go unlooked at: a program's own
///     clock may jump
/// @param failed is told why an open endpoint can serve no longer, from any thread; the server then
///     stops in order
/// @param own the UDP sockets of all its doors
/// @param guards who may refuse what comes in datagrams
/// @param taps where exchanges can be told
public record Host(
        Dispatch dispatch,
        Events events,
        InstantSource clock,
        InstantSource steady,
        Duration glance,
        Consumer<? super Throwable> failed,
        OwnSockets own,
        SourceGuards guards,
        Taps taps) {}
