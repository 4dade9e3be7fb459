package org.wirechief.server.statistics;

import java.util.List;
import org.wirechief.core.Statistic;

/// Group `load`: three averages of one meter.
final class LoadStatistics {
    private static final int MINUTE = 60;
    private static final int TEN_MINUTES = 600;

    private LoadStatistics() {}

    /// @param of what the names end in: empty, `-all`, `-proc-1`
    static List<Statistic> of(String of, LoadMeter meter, String summary) {
        return List.of(
                average("load" + of, meter, 1, summary + ", over a second, or longer unless asked a second before"),
                average("load1m" + of, meter, MINUTE, summary + ", over a minute"),
                average("load10m" + of, meter, TEN_MINUTES, summary + ", over ten minutes"));
    }

    private static Statistic average(String name, LoadMeter meter, int seconds, String summary) {
        return new Statistic("load", name, Statistic.Kind.GAUGE, summary, () -> meter.percent(seconds));
    }
}
