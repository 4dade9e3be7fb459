package org.wirechief.core;

/// Where a command may run.
public enum Execution {
    /// On the thread that read the request. Must not wait for anything: every other caller of that
    /// thread waits with it. May run on several such threads at once.
    INLINE,
    /// May wait for a disk, a lock or a network: runs on a thread of its own, and its connection
    /// reads no further request until it has answered.
    BLOCKING
}
