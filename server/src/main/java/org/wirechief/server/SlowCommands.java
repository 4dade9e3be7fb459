package org.wirechief.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Execution;
import org.wirechief.core.Middleware;
import org.wirechief.core.Reply;
import org.wirechief.core.Statistic;

/// Measures the time commands take, by the module that called them, and counts and names inline
/// ones that hold up the thread they share with every other caller. Named at most once a second,
/// or a slow command would drown the log as well.
final class SlowCommands implements Middleware {
    private static final Logger LOG = System.getLogger(SlowCommands.class.getName());
    private static final long LIMIT = Duration.ofMillis(5).toNanos();
    private static final long NANOS_A_MICRO = 1000;
    private static final long QUIET = Duration.ofSeconds(1).toNanos();

    private final Set<String> ranBefore = ConcurrentHashMap.newKeySet();
    private final LongAdder count = new LongAdder();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final AtomicLong nextWord = new AtomicLong(System.nanoTime());

    @Override
    public void around(CommandSpec spec, Call call, Reply reply, Next next) {
        long begin = System.nanoTime();
        next.proceed(spec, call, reply);
        long end = System.nanoTime();
        timeOf(call.origin().module()).add(end - begin);
        if (end - begin > LIMIT && spec.execution() == Execution.INLINE) {
            count.increment();
            say(spec, end - begin, end);
        }
    }

    /// The first run of a command loads its classes, which says nothing about the command.
    private void say(CommandSpec spec, long nanos, long now) {
        if (ranBefore.add(spec.name())) {
            return;
        }
        long due = nextWord.get();
        if (now - due >= 0 && nextWord.compareAndSet(due, now + QUIET)) {
            LOG.log(
                    Level.WARNING,
                    "command {0} held up its thread for {1} ms: declare it blocking",
                    spec.name(),
                    Long.toString(nanos / 1_000_000));
        }
    }

    private LongAdder timeOf(String module) {
        return nanos.computeIfAbsent(module, _ -> new LongAdder());
    }

    /// How many were slow.
    long count() {
        return count.sum();
    }

    List<Statistic> statistics() {
        return List.of(
                new Statistic("server", "slow_commands", "inline commands that took longer than 5 ms", count::sum));
    }

    /// How long the commands took that came in by this module.
    Statistic time(String module) {
        LongAdder time = timeOf(module);
        return new Statistic(module, "time", "microseconds spent in commands", () -> time.sum() / NANOS_A_MICRO);
    }
}
