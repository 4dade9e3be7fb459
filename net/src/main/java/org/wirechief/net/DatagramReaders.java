package org.wirechief.net;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The threads that receive on a [DatagramListener], and what they do with datagrams.
///
/// @param name of each thread
/// @param threads makes them
/// @param handlers one for each thread, 1 to [#MOST]
public record DatagramReaders(String name, ThreadFactory threads, List<DatagramHandler> handlers) {
    /// More would wait for the processors anyway.
    public static final int MOST = 256;

    /// @throws IllegalArgumentException if there is none or are too many
    public DatagramReaders {
        requirePossible(handlers.size());
        handlers = List.copyOf(handlers);
    }

    /// A single thread, a daemon.
    public static DatagramReaders one(String name, DatagramHandler handler) {
        return several(name, 1, () -> handler);
    }

    /// Several, daemons.
    ///
    /// @param count 1 to [#MOST]
    /// @param handlers gives each one of its own
    /// @throws IllegalArgumentException if the count is out of range
    public static DatagramReaders several(String name, int count, Supplier<? extends DatagramHandler> handlers) {
        requirePossible(count);
        return new DatagramReaders(
                name,
                Thread.ofPlatform().daemon().name(name).factory(),
                Stream.<DatagramHandler>generate(handlers).limit(count).toList());
    }

    private static void requirePossible(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " readers: between 1 and " + MOST + " are possible");
        }
    }
}
