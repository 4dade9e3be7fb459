package org.wirechief.bench;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Descriptors to wait for: the kernel's array of `pollfd`.
final class Polled {
    static final int IN = 1;
    static final int OUT = 4;

    private static final long ENTRY = 8;
    private static final long EVENTS = 4;
    private static final long READY = 6;

    private final int count;
    private final MemorySegment entries;

    Polled(Arena memory, int count) {
        this.count = count;
        entries = memory.allocate(ENTRY * count, 8);
    }

    /// @param fd the kernel passes over a negative one
    void watch(int index, int fd) {
        entries.set(JAVA_INT, ENTRY * index, fd);
    }

    /// @param events [#IN], [#OUT], both or 0
    void want(int index, int events) {
        entries.set(JAVA_SHORT, ENTRY * index + EVENTS, (short) events);
    }

    /// Waits, and says how many are ready.
    int poll(SocketCalls calls, int millis) throws IOException {
        return calls.poll(entries, count, millis);
    }

    /// [#IN], [#OUT], errors, or 0.
    int ready(int index) {
        return entries.get(JAVA_SHORT, ENTRY * index + READY);
    }
}
