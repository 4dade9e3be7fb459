package org.wirechief.core;

import java.util.Arrays;

/// Times commands that one thread runs one after the other, and belongs to it. Reading the clock
/// before and after each takes a sixth of the time that short requests take (docs/adr/0009), so
/// short ones are timed some at a time.
///
/// The first is timed by itself, and so are the next 256 whenever one, or some together, were not
/// short: what is slow more than once is found out.
public final class CommandTimer {
    /// Commands between two looks at the clock.
    static final int MOST = 8;

    /// Commands that are timed each by itself after some that were not short.
    static final int ALONE = 256;

    /// What took longer is not short.
    static final long SHORT = 500_000;

    private final CommandTimes times;
    private final String module;
    private final CommandSpec[] ran = new CommandSpec[MOST];
    private int count;
    private boolean begun;
    private int alone = 1;
    private long since;

    CommandTimer(CommandTimes times, String module) {
        this.times = times;
        this.module = module;
    }

    /// The thread takes up a request: with the first one a turn begins.
    public void begin() {
        if (!begun) {
            begun = true;
            since = times.now();
        }
    }

    /// The turn is over: nothing that comes later counts.
    public void end() {
        begun = false;
        if (count > 0) {
            look();
        }
    }

    void ran(CommandSpec spec) {
        ran[count++] = spec;
        if (alone > 0 || count >= MOST) {
            look();
        }
    }

    private void look() {
        int all = count;
        count = 0; // also where telling fails, or there would be no room for the next
        long now = times.now();
        long nanos = now - since;
        since = now;
        alone = nanos > SHORT ? ALONE : Math.max(0, alone - 1);
        times.took(Arrays.asList(ran).subList(0, all), module, nanos);
    }
}
