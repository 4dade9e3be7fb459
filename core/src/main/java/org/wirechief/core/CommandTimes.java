package org.wirechief.core;

import java.util.List;

/// Learns how long commands took. Called on the threads that run them, by several at once.
public interface CommandTimes {
    /// Nobody wants to know.
    CommandTimes NONE = new CommandTimes() {
        @Override
        public long now() {
            return 0;
        }

        @Override
        public void took(List<CommandSpec> ran, String module, long nanos) {}
    };

    /// In the sense of [System#nanoTime()].
    long now();

    /// Commands ran one after the other on one thread.
    ///
    /// @param ran at least one; valid during the call
    /// @param module by which they were called, as [Origin#module()]
    /// @param nanos what all of them took together, with the reading of the requests between them
    void took(List<CommandSpec> ran, String module, long nanos);
}
