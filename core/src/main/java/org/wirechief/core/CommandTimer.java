package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;

/// Times commands that one thread runs one after the other, and belongs to it. Reading the clock
/// before and after each takes a sixth of the time that short requests take (docs/adr/0009), so
/// short ones are timed some at a time.
///
/// Each is timed by itself until one was short, and again once some together were not.
public final class CommandTimer {
    /// Commands between two looks at the clock.
    static final int MOST = 8;

    /// What took longer is not short.
    static final long SHORT = 500_000;

    private final CommandTimes times;
    private final String module;
    private final List<CommandSpec> ran = new ArrayList<>(MOST);
    private int most = 1;
    private long since;

    CommandTimer(CommandTimes times, String module) {
        this.times = times;
        this.module = module;
    }

    /// The thread takes up requests, or further ones of the same turn.
    ///
    /// @param now when its turn began, in the sense of [System#nanoTime()]
    public void begin(long now) {
        if (ran.isEmpty() && now - since > 0) {
            since = now;
        }
    }

    /// The thread is done with a turn: nothing that comes later counts.
    public void end() {
        if (!ran.isEmpty()) {
            look();
        }
    }

    void ran(CommandSpec spec) {
        ran.add(spec);
        if (ran.size() >= most) {
            look();
        }
    }

    private void look() {
        long now = times.now();
        long nanos = now - since;
        since = now;
        most = nanos <= SHORT ? MOST : 1;
        times.took(ran, module, nanos);
        ran.clear();
    }
}
