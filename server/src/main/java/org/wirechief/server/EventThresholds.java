package org.wirechief.server;

import org.wirechief.core.ConfigError;

/// When the server raises events of its own.
///
/// @param execMsg microseconds that a command may take; 0 for any time
/// @param shm percent of the memory that may be used; 0 for all of it without a word
/// @param log whether log lines are events
public record EventThresholds(long execMsg, int shm, boolean log) {
    /// None.
    public static final EventThresholds OFF = new EventThresholds(0, 0, false);

    private static final long HOUR = 3_600_000_000L;

    /// @throws ConfigError naming the parameter that is out of its range
    public EventThresholds {
        if (execMsg < 0 || execMsg > HOUR) {
            throw ConfigError.of("server.exec_msg_threshold", execMsg, "allowed are 0 to " + HOUR + " microseconds");
        }
        percent(shm);
    }

    /// The same with another time for commands.
    public EventThresholds withExecMsg(long micros) {
        return new EventThresholds(micros, shm, log);
    }

    /// The same with another share of the memory.
    public EventThresholds withShm(long percent) {
        return new EventThresholds(execMsg, percent(percent), log);
    }

    /// The same with log lines as events, or without.
    public EventThresholds withLog(boolean events) {
        return new EventThresholds(execMsg, shm, events);
    }

    // What no int holds is refused in the same words as what no percentage is.
    private static int percent(long value) {
        if (value < 0 || value > 100) {
            throw ConfigError.of("server.event_shm_threshold", value, "allowed are 0 to 100 percent");
        }
        return (int) value;
    }
}
