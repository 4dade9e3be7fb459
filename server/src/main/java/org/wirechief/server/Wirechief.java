package org.wirechief.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.wirechief.core.AccessGuard;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Middleware;
import org.wirechief.core.Settings;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.OwnSockets;
import org.wirechief.endpoint.SourceGuards;
import org.wirechief.endpoint.StopStage;
import org.wirechief.endpoint.Taps;
import org.wirechief.endpoint.Together;
import org.wirechief.server.commands.BuiltIns;
import org.wirechief.server.commands.Identity;
import org.wirechief.server.commands.LocalCache;
import org.wirechief.server.commands.LogLevels;
import org.wirechief.server.commands.ServerState;
import org.wirechief.server.commands.StatusReports;
import org.wirechief.server.events.CoreEvents;
import org.wirechief.server.events.MemoryWatch;
import org.wirechief.server.events.SlowCommandEvents;
import org.wirechief.server.statistics.ServerStatistics;

/// A management plane at work: a registry of commands and the doors that lead to it.
///
/// ```java
/// try (var chief = Wirechief.builder()
///         .command(hello)
///         .endpoint(Ctl.listening("unixs:/run/demo/ctl"))
///         .start()) {
///     chief.join();
/// }
/// ```
///
/// It installs no signal handler and never ends the process. Safe for use by several threads.
public final class Wirechief implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Wirechief.class.getName());

    /// For closing what is drained, beyond `shutdown_timeout`.
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final AtomicReference<ServerParameters> parameters;
    private final Commands commands;
    private final List<LiveEndpoint> endpoints;
    private final Statistics statistics = new Statistics();
    private final Settings settings = new Settings();
    private final Events events = new Events();
    private final ServerState state;
    private final ServerStatistics figures;
    private final MemoryWatch memory;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private volatile boolean open;
    private volatile boolean wanted;
    private volatile boolean failed;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Wirechief(WirechiefBuilder builder) {
        parameters = new AtomicReference<>(builder.parameters());
        commands = new Commands();
        SlowCommands slow = new SlowCommands(this::commandsRun);
        List<Middleware> around = new ArrayList<>(builder.middleware());
        around.add(builder.parameters().audit());
        around.add(new AccessGuard());
        EventThresholds thresholds = builder.parameters().events();
        EventSource threshold = events.publish(CoreEvents.THRESHOLD);
        memory = new MemoryWatch(events.publish(CoreEvents.SHM_THRESHOLD), thresholds.shm());
        if (thresholds.execMsg() > 0) {
            around.add(new SlowCommandEvents(threshold, thresholds.execMsg()));
        }
        Dispatch dispatch = new Dispatch(commands, around, slow);
        Host host = new Host(
                dispatch,
                events,
                builder.clock(),
                builder.steady(),
                builder.glance(),
                this::failed,
                new OwnSockets(),
                new SourceGuards(),
                new Taps());
        endpoints = builder.endpoints().stream().map(e -> e.in(host)).toList();
        LogLevels logLevels = new LogLevels(builder.logLevel(), builder.threadLogLevel(), builder.logConsumers());
        settings.add(new ServerSettings(parameters, logLevels::all).all());
        state = state(builder, logLevels);
        figures = new ServerStatistics(
                statistics,
                builder.statistics().stream().map(Statistic::group).collect(Collectors.toSet()),
                endpoints.stream().map(LiveEndpoint::module).toList(),
                dispatch,
                slow::count,
                () -> state.uptime(builder.clock().instant()).toSeconds(),
                this::doors);
        publish(builder, slow, dispatch);
    }

    private void commandsRun() {
        figures.wake();
    }

    private ServerState state(WirechiefBuilder builder, LogLevels logLevels) {
        ServerParameters initial = builder.parameters();
        return new ServerState(
                Identity.of(initial.versionText(), initial.miVersionText()),
                builder.clock(),
                builder.steady(),
                builder.clock().instant(),
                builder.arguments(),
                commands,
                statistics,
                settings,
                events,
                new LocalCache(initial.cache().entries(), initial.cache().bytes()),
                logLevels,
                new StatusReports(builder.clock()),
                builder.ownThreads(),
                () -> endpoints,
                this::stop);
    }

    private void publish(WirechiefBuilder builder, SlowCommands slow, Dispatch dispatch) {
        commands.add(BuiltIns.of(state, builder.isKillable()));
        statistics.add(slow.statistics());
        statistics.add(List.of(new Statistic(
                "server",
                "broken_commands",
                "commands that broke down instead of answering",
                dispatch::brokenCommands)));
        statistics.add(state.cache().statistics());
        for (LiveEndpoint endpoint : endpoints) {
            Exports exports = endpoint.exports();
            commands.add(exports.commands());
            statistics.add(exports.statistics());
            if (endpoint.takesCommands()) {
                statistics.add(List.of(slow.time(endpoint.module())));
            }
            exports.changing().forEach(statistics::add);
            settings.add(exports.settings());
            exports.events().forEach(events::publish);
        }
        commands.add(builder.commands());
        statistics.add(builder.statistics());
        settings.add(builder.settings());
        builder.events().forEach(own -> own.source().accept(events.publish(own.type())));
        events.publish(CoreEvents.LOG);
    }

    public static WirechiefBuilder builder() {
        return new WirechiefBuilder();
    }

    /// What is configured and will not come out so. Opens nothing.
    static List<String> warnings(WirechiefBuilder builder) {
        return new Wirechief(builder).warnings();
    }

    private List<String> warnings() {
        return endpoints.stream().flatMap(e -> e.warnings().stream()).toList();
    }

    private static void warn(String warning) {
        LOG.log(Level.WARNING, warning);
    }

    static Wirechief start(WirechiefBuilder builder) throws IOException {
        Wirechief chief = new Wirechief(builder);
        chief.warnings().forEach(Wirechief::warn);
        // read from a file, once and for all: where none can be opened just then, no command could
        // tell a date any more
        var _ = ZoneId.systemDefault().getRules();
        chief.open();
        return chief;
    }

    private void open() throws IOException {
        List<LiveEndpoint> opened = new ArrayList<>();
        try {
            for (LiveEndpoint endpoint : endpoints) {
                endpoint.open();
                opened.add(endpoint);
            }
            figures.measureLoad(state.threads());
            memory.start();
        } catch (Throwable e) {
            // also where the JVM refuses native access or gives no more threads: a door that stays
            // open keeps the next start from its address
            figures.stop();
            memory.stop();
            opened.reversed().forEach(Wirechief::close);
            throw e;
        }
        state.reports().running();
        open = true;
        if (wanted) {
            beginStop();
        }
    }

    /// Where it listens, in the order of its endpoints.
    public List<Door> doors() {
        return endpoints.stream().flatMap(e -> e.doors().stream()).toList();
    }

    /// The registry; commands may be added while it runs.
    public Commands commands() {
        return commands;
    }

    /// The numbers it keeps about itself.
    public Statistics statistics() {
        return statistics;
    }

    /// What can be changed while it runs.
    public Settings settings() {
        return settings;
    }

    /// The events; they may be published, raised and subscribed to while it runs.
    public Events events() {
        return events;
    }

    /// Opens its files anew: FIFOs that somebody has removed or replaced come back. What a
    /// standalone server does on HUP.
    public void reopen() {
        state.reports().add("opening files anew");
        endpoints.forEach(LiveEndpoint::reopen);
    }

    /// Waits until it has stopped.
    public void join() throws InterruptedException {
        stopped.await();
    }

    /// Whether it stopped, or is stopping, because a module could serve no longer.
    public boolean hasFailed() {
        return failed;
    }

    private void failed(Throwable cause) {
        failed = true;
        state.reports().add("a module can serve no longer");
        LOG.log(Level.ERROR, "a module can serve no longer: stopping", cause);
        stop();
    }

    /// Begins an orderly stop and returns at once: doors close, calls that run finish within
    /// `shutdown_timeout`, own files are removed. Further calls do nothing.
    public void stop() {
        wanted = true;
        // a caller's `core.kill` may come before the last door is open: that one is to close, too
        if (open) {
            beginStop();
        }
    }

    private void beginStop() {
        if (stopping.compareAndSet(false, true)) {
            state.reports().stopping();
            Thread.ofPlatform().name("wirechief stop").start(this::shutDown);
        }
    }

    private void shutDown() {
        Duration limit = parameters.get().shutdownTimeout();
        figures.stop();
        memory.stop();
        try {
            Thread closing =
                    Thread.ofPlatform().daemon().name("wirechief close").start(() -> closeAll(limit));
            if (!closing.join(limit.plus(GRACE))) {
                LOG.log(Level.ERROR, "a command does not return: stopped without it, its socket files stay behind");
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "interrupted while stopping: calls that run are cut off");
        } finally {
            stopped.countDown();
        }
    }

    private void closeAll(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<LiveEndpoint> inOrder = endpoints.reversed().stream()
                .sorted(Comparator.comparing(LiveEndpoint::stopStage))
                .toList();
        try {
            for (StopStage stage : StopStage.values()) {
                long left = Math.max(end - System.nanoTime(), leastNanos(stage));
                Duration time = Duration.ofNanos(left);
                Together.run(inOrder.stream()
                        .filter(endpoint -> endpoint.stopStage() == stage)
                        .map(endpoint -> Executors.callable(() -> drain(endpoint, time))));
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "interrupted while stopping: calls that run are cut off");
        } finally {
            inOrder.forEach(Wirechief::close);
        }
    }

    private static void drain(LiveEndpoint endpoint, Duration limit) {
        try {
            endpoint.drain(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "module " + endpoint.module() + " did not drain cleanly", e);
        }
    }

    /// Though the doors took all the time, what calls raised as they were cut off may leave.
    private static long leastNanos(StopStage stage) {
        return switch (stage) {
            case DOORS -> 0;
            case OUTLETS -> LAST_WORDS.toNanos();
        };
    }

    private static void close(LiveEndpoint endpoint) {
        try {
            endpoint.close();
        } catch (RuntimeException | Error e) {
            // the others are to close all the same
            LOG.log(Level.WARNING, "module " + endpoint.module() + " did not close cleanly", e);
        }
    }

    /// Stops and waits until it has stopped. Not for commands, which would wait for themselves:
    /// they call [#stop].
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (true) {
            try {
                stopped.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
