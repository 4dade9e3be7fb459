package org.wirechief.server.log;

/// One of those the lines of a log go to, which can be silenced or told less while it runs:
/// OpenSIPS's `log_mute_state` and `log_level_filter` (spec mi-json §10). Safe for use by several
/// threads.
public final class LogConsumer {
    private static final int DEBUG = 7;

    private final String name;
    private volatile boolean muted;
    private volatile int most = DEBUG;

    /// One that gets every line at first.
    ///
    /// @param name as commands call it
    public LogConsumer(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean isMuted() {
        return muted;
    }

    /// Whether it gets no line from now on.
    public void mute(boolean yes) {
        muted = yes;
    }

    /// The severity of the least line it gets, of those that are logged at all.
    public int most() {
        return most;
    }

    /// From now on it gets lines up to this level, 0 (emergency) to 7 (debug), which is all.
    public void most(int severity) {
        most = severity;
    }

    boolean takes(int severity) {
        return !muted && severity <= most;
    }
}
