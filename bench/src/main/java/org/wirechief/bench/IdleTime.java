package org.wirechief.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What the threads of a process use while nobody asks it anything.
///
/// @param seconds it was looked at
/// @param used by each thread that used any, the most processor time first
record IdleTime(double seconds, List<ThreadUse> used) {
    private static final ThreadUse NOTHING = new ThreadUse("", 0, 0);

    /// Looks on for some time.
    static IdleTime of(ProcessFigures figures, Duration time) throws IOException, InterruptedException {
        Map<String, ThreadUse> before = figures.threads();
        long start = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        double seconds = (System.nanoTime() - start) / 1e9;
        return between(before, figures.threads(), seconds);
    }

    /// @param before by thread
    /// @param after the same
    static IdleTime between(Map<String, ThreadUse> before, Map<String, ThreadUse> after, double seconds) {
        List<ThreadUse> used = after.entrySet().stream()
                .map(thread -> thread.getValue().since(before.getOrDefault(thread.getKey(), NOTHING)))
                .filter(use -> use.turns() > 0)
                .sorted(Comparator.comparingLong(ThreadUse::nanos).reversed())
                .toList();
        return new IdleTime(seconds, used);
    }

    /// Two lines of Markdown.
    String told() {
        double millis = used.stream().mapToLong(ThreadUse::nanos).sum() / 1e6 / seconds;
        String threads = used.stream()
                .map(use -> String.format(Locale.ROOT, "`%s` %.0f", use.name(), use.turns() * 60 / seconds))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "- processor time while nobody asks: %.3f ms a second, %.4f %% of one%n- turns of its threads meanwhile, a minute: %s%n",
                millis,
                millis / 10,
                threads.isEmpty() ? "none" : threads);
    }
}
