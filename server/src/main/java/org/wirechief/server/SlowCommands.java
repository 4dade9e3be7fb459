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
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimes;
import org.wirechief.core.Execution;
import org.wirechief.core.Statistic;

/// Adds up the time commands take, by the module that called them, and counts and names inline
/// ones that hold up the thread they share with every other caller. Named at most once a second,
/// or a slow command would drown the log as well.
final class SlowCommands implements CommandTimes {
    private static final long LIMIT = Duration.ofMillis(5).toNanos();
    private static final long NANOS_A_MICRO = 1000;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long QUIET = Duration.ofSeconds(1).toNanos();

    private final Runnable begin;
    private final Logger log;
    private final Set<String> ranBefore = ConcurrentHashMap.newKeySet();
    private final LongAdder count = new LongAdder();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final AtomicLong nextWord = new AtomicLong(System.nanoTime());

    /// @param begin is run when commands are about to run, on each thread that runs them: not
    ///     before each, and sometimes when nothing follows
    SlowCommands(Runnable begin) {
        this(begin, System.getLogger(SlowCommands.class.getName()));
    }

    /// @param log gets the names
    SlowCommands(Runnable begin, Logger log) {
        this.begin = begin;
        this.log = log;
    }

    @Override
    public long now() {
        begin.run();
        return System.nanoTime();
    }

    @Override
    public void took(List<CommandSpec> ran, String module, long took) {
        timeOf(module).add(took);
        // those that may wait do so on threads of their own
        if (took > LIMIT && ran.getFirst().execution() == Execution.INLINE) {
            count.increment();
            // of several nobody knows which: those that follow are timed one by one
            if (ran.size() == 1) {
                say(ran.getFirst().name(), took);
            }
        }
    }

    /// The first run of a command loads its classes, which says nothing about the command.
    private void say(String name, long took) {
        if (ranBefore.add(name)) {
            return;
        }
        long now = System.nanoTime();
        long due = nextWord.get();
        if (now - due >= 0 && nextWord.compareAndSet(due, now + QUIET)) {
            log.log(
                    Level.WARNING,
                    "command {0} held up its thread for {1} ms: declare it blocking",
                    name,
                    Long.toString(took / NANOS_A_MILLI));
        }
    }

    private LongAdder timeOf(String module) {
        LongAdder known = nanos.get(module);
        return known != null ? known : nanos.computeIfAbsent(module, _ -> new LongAdder());
    }

    /// How many were slow.
    long count() {
        return count.sum();
    }

    List<Statistic> statistics() {
        return List.of(new Statistic(
                "server",
                "slow_commands",
                "times an inline command, or up to eight together, took longer than 5 ms",
                count::sum));
    }

    /// How long the commands took that came in by this module.
    Statistic time(String module) {
        LongAdder time = timeOf(module);
        return new Statistic(
                module,
                "time",
                "microseconds spent in commands and in what is done around them",
                () -> time.sum() / NANOS_A_MICRO);
    }
}
