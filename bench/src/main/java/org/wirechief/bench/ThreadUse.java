package org.wirechief.bench;

/// What a thread has used since it began.
///
/// @param name at most 15 characters of it, as the kernel keeps it
/// @param nanos of processor time
/// @param turns how often it got a processor
record ThreadUse(String name, long nanos, long turns) {
    /// Reads what `/proc/PID/task/TID` tells.
    ///
    /// @param schedstat nanoseconds of processor time, nanoseconds waited for it, turns
    static ThreadUse of(String comm, String schedstat) {
        String[] numbers = schedstat.strip().split(" ");
        return new ThreadUse(comm.strip(), Long.parseLong(numbers[0]), Long.parseLong(numbers[2]));
    }

    ThreadUse since(ThreadUse before) {
        return new ThreadUse(name, nanos - before.nanos, turns - before.turns);
    }
}
