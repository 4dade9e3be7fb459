package org.wirechief.server.statistics;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Takes a sample for each of its meters now and then, so that who asks for the first time finds
/// averages. Often would keep the processor of an idle machine awake, and so would looking at each
/// thread of a process that has done nothing: once it has done nothing since the last sample this
/// sleeps until it is woken, and the next sample tells how much the whole time took
/// (docs/adr/0011). Its thread is none of the virtual ones: to wake one wakes two others, for its
/// time and to run it.
final class LoadSampler {
    private static final Logger LOG = System.getLogger(LoadSampler.class.getName());
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long PERIOD = Duration.ofSeconds(10).toNanos();

    private final LongSupplier clock;
    private final Path process;
    private final List<LoadMeter> meters = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("wirechief load").unstarted(this::sample);
    private final AtomicBoolean asleep = new AtomicBoolean();
    private volatile boolean stopped;
    private boolean slept;
    private long usedBefore = -1;

    LoadSampler() {
        this(System::nanoTime, CpuTime.PROCESS);
    }

    /// @param clock nanoseconds as [System#nanoTime] tells them
    /// @param process as [CpuTime#PROCESS]
    LoadSampler(LongSupplier clock, Path process) {
        this.clock = clock;
        this.process = process;
    }

    /// A meter that is sampled once this has started.
    LoadMeter meter(LongSupplier cpu, int processors) {
        LoadMeter meter = new LoadMeter(cpu, clock, processors);
        meters.add(meter);
        return meter;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /// Something is done from now on that takes processor time. From any thread, often: it reads a
    /// field that hardly ever changes.
    void wake() {
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    Thread.State state() {
        return thread.getState();
    }

    private void sample() {
        try (CpuTime time = CpuTime.open(process)) {
            var _ = sampleAll(time.nanos());
            LockSupport.parkNanos(this, FIRST);
            if (!stopped) {
                // Loads the JVM's management classes here and not on a thread that serves.
                MemoryUse.now();
            }
            while (!ended()) {
                if (sampleAll(time.nanos())) {
                    sleep();
                } else {
                    LockSupport.parkNanos(this, PERIOD);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "this system does not tell the processor time of processes", e);
        }
    }

    private boolean ended() {
        return stopped || thread.isInterrupted();
    }

    private void sleep() {
        asleep.set(true);
        do {
            LockSupport.park(this);
        } while (asleep.get() && !ended());
    }

    /// Takes a sample of all.
    ///
    /// @param used by the process so far
    /// @return whether it did nothing since the last sample, and so this may sleep. Not right after
    ///     a sleep: who woke it has only begun
    boolean sampleAll(long used) {
        boolean rested = used == usedBefore;
        if (rested) {
            meters.forEach(LoadMeter::rested);
        } else {
            boolean noted = true;
            for (LoadMeter meter : meters) {
                noted &= meter.sample();
            }
            // somebody asked a moment ago: what was used since is not rest the next time
            usedBefore = noted ? used : -1;
        }
        slept = rested && !slept;
        return slept;
    }
}
