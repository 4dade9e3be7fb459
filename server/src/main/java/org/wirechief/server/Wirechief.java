package org.wirechief.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Middleware;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.server.commands.BuiltIns;
import org.wirechief.server.commands.Identity;
import org.wirechief.server.commands.ServerState;

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

    private final ServerParameters parameters;
    private final Commands commands;
    private final List<LiveEndpoint> endpoints;
    private final List<Statistic> statistics;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Wirechief(WirechiefBuilder builder) {
        parameters = builder.parameters();
        commands = new Commands();
        SlowCommands slow = new SlowCommands();
        List<Middleware> around = new ArrayList<>(builder.middleware());
        around.add(slow);
        Host host = new Host(new Dispatch(commands, around));
        endpoints = builder.endpoints().stream().map(e -> e.in(host)).toList();
        List<Statistic> numbers = new ArrayList<>(slow.statistics());
        endpoints.forEach(e -> numbers.addAll(e.exports().statistics()));
        statistics = List.copyOf(numbers);
        ServerState state = new ServerState(
                Identity.of(parameters.versionText()),
                builder.clock(),
                builder.clock().instant(),
                builder.arguments(),
                commands,
                builder.ownThreads(),
                () -> endpoints,
                this::stop);
        commands.add(BuiltIns.of(state, builder.isKillable()));
        endpoints.forEach(e -> commands.add(e.exports().commands()));
        commands.add(builder.commands());
    }

    public static WirechiefBuilder builder() {
        return new WirechiefBuilder();
    }

    static Wirechief start(WirechiefBuilder builder) throws IOException {
        Wirechief chief = new Wirechief(builder);
        List<LiveEndpoint> opened = new ArrayList<>();
        try {
            for (LiveEndpoint endpoint : chief.endpoints) {
                endpoint.open();
                opened.add(endpoint);
            }
        } catch (IOException | RuntimeException e) {
            opened.reversed().forEach(LiveEndpoint::close);
            throw e;
        }
        return chief;
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
    public List<Statistic> statistics() {
        return statistics;
    }

    /// Waits until it has stopped.
    public void join() throws InterruptedException {
        stopped.await();
    }

    /// Begins an orderly stop and returns at once: doors close, calls that run finish within
    /// `shutdown_timeout`, own files are removed. Further calls do nothing.
    public void stop() {
        if (stopping.compareAndSet(false, true)) {
            Thread.ofPlatform().name("wirechief stop").start(this::shutDown);
        }
    }

    private void shutDown() {
        try {
            long end = System.nanoTime() + parameters.shutdownTimeout().toNanos();
            for (LiveEndpoint endpoint : endpoints.reversed()) {
                endpoint.drain(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            LOG.log(Level.WARNING, "interrupted while stopping: calls that run are cut off");
        } finally {
            endpoints.reversed().forEach(Wirechief::close);
            stopped.countDown();
        }
    }

    private static void close(LiveEndpoint endpoint) {
        try {
            endpoint.close();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "module " + endpoint.module() + " did not close cleanly", e);
        }
    }

    /// Stops and waits until it has stopped.
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
