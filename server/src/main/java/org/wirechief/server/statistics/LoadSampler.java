package org.wirechief.server.statistics;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Takes a sample for each of its meters now and then, so that who asks for the first time finds
/// averages. Often would keep the processor of an idle machine awake, and so would looking at each
/// thread of a process that has done nothing. Its thread is none of the virtual ones: to wake one
/// wakes two others, for its time and to run it.
final class LoadSampler {
    private static final Logger LOG = System.getLogger(LoadSampler.class.getName());
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long PERIOD = Duration.ofSeconds(10).toNanos();

    private final List<LoadMeter> meters = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("wirechief load").unstarted(this::sample);
    private volatile boolean stopped;
    private long usedBefore = -1;

    LoadSampler() {}

    /// A meter that is sampled once this has started.
    LoadMeter meter(LongSupplier cpu, int processors) {
        LoadMeter meter = new LoadMeter(cpu, System::nanoTime, processors);
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

    private void sample() {
        try (CpuTime process = CpuTime.open()) {
            sampleAll(process.nanos());
            LockSupport.parkNanos(this, FIRST);
            if (!stopped) {
                // Loads the JVM's management classes here and not on a thread that serves.
                MemoryUse.now();
            }
            while (!stopped && !thread.isInterrupted()) {
                sampleAll(process.nanos());
                LockSupport.parkNanos(this, PERIOD);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "this system does not tell the processor time of processes", e);
        }
    }

    /// @param used by the process so far
    void sampleAll(long used) {
        if (used == usedBefore) {
            meters.forEach(LoadMeter::rested);
            return;
        }
        boolean noted = true;
        for (LoadMeter meter : meters) {
            noted &= meter.sample();
        }
        // somebody asked a moment ago: what was used since must not be taken for rest the next time
        usedBefore = noted ? used : -1;
    }
}
