package org.wirechief.server.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.ServiceThread;

/// Publishes the numbers of a server: the first groups at once, then what modules and the program
/// have, and `load` last, once the doors are open (the order of spec mi-text §7). Where the
/// program has a group of one of these names, it has it alone: it knows better what to tell.
public final class ServerStatistics {
    private final Statistics into;
    private final Set<String> taken;
    private final LoadSampler sampler = new LoadSampler();

    /// Publishes `shmem`, `core` and `net` in `into`.
    ///
    /// @param taken the groups of the program
    /// @param modules the groups of the modules, whose requests and errors `core` adds up
    /// @param slow how many commands held up their thread
    /// @param uptime seconds since the start
    public ServerStatistics(
            Statistics into,
            Set<String> taken,
            List<String> modules,
            Dispatch dispatch,
            LongSupplier slow,
            LongSupplier uptime,
            Supplier<List<Door>> doors) {
        this.into = into;
        this.taken = Set.copyOf(taken);
        publish(MemoryStatistics.of(MemoryUse::now));
        publish(new CoreStatistics(into, modules).of(dispatch::unknownCommands, slow, uptime));
        publish(new NetStatistics(doors, ReceiveQueues.ofSystem(), System::nanoTime).all());
    }

    private void publish(List<Statistic> group) {
        if (!taken.contains(group.getFirst().group())) {
            into.add(group);
        }
    }

    /// Publishes `load` and begins to measure it.
    public void measureLoad(List<ServiceThread> threads) {
        List<Statistic> load = new ArrayList<>();
        LoadMeter process =
                sampler.meter(CpuTime::ofProcess, Runtime.getRuntime().availableProcessors());
        load.addAll(LoadStatistics.of("", process, "percent of the processors in use"));
        load.addAll(LoadStatistics.of("-all", process, "the same, as all threads count"));
        for (int i = 0; i < threads.size(); i++) {
            ServiceThread thread = threads.get(i);
            LoadMeter meter = sampler.meter(() -> CpuTime.ofThread(thread.tid()), 1);
            load.addAll(LoadStatistics.of("-proc-" + i, meter, "percent of a processor: " + thread.description()));
        }
        int count = threads.size();
        load.add(new Statistic("load", "processes_number", Statistic.Kind.GAUGE, "threads that serve", () -> count));
        publish(load);
        sampler.start();
    }

    /// Commands run from now on. From any thread, often: it costs next to nothing.
    public void wake() {
        sampler.wake();
    }

    /// Ends measuring.
    public void stop() {
        sampler.stop();
    }
}
