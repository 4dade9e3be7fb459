package org.wirechief.server.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Takes a sample for each of its meters now and then, so that who asks for the first time finds
/// averages. Often would keep the processor of an idle machine awake.
final class LoadSampler {
    private static final long FIRST = Duration.ofSeconds(1).toMillis();
    private static final long PERIOD = Duration.ofSeconds(10).toMillis();

    private final List<LoadMeter> meters = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    LoadSampler() {}

    /// A meter that is sampled once this has started.
    LoadMeter meter(LongSupplier cpu, int processors) {
        LoadMeter meter = new LoadMeter(cpu, System::nanoTime, processors);
        meters.add(meter);
        return meter;
    }

    void start() {
        Thread.ofVirtual().name("wirechief load").start(this::sample);
    }

    void stop() {
        stopped.countDown();
    }

    private void sample() {
        try {
            sampleAll();
            if (stopped.await(FIRST, TimeUnit.MILLISECONDS)) {
                return;
            }
            // Loads the JVM's management classes here and not on a thread that serves.
            MemoryUse.now();
            do {
                sampleAll();
            } while (!stopped.await(PERIOD, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sampleAll() {
        meters.forEach(LoadMeter::sample);
    }
}
