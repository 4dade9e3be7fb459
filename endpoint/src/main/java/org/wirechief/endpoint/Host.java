package org.wirechief.endpoint;

import java.util.function.Consumer;
import org.wirechief.core.Dispatch;

/// What a server lends to its endpoints.
///
/// @param dispatch runs commands
/// @param failed is told why an open endpoint can serve no longer, from any thread; the server then
///     stops in order
/// @param own the UDP sockets of all its doors
public record Host(Dispatch dispatch, Consumer<? super Throwable> failed, OwnSockets own) {}
