package org.wirechief.server;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Middleware;
import org.wirechief.core.Setting;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.server.log.LogConsumer;

/// A [Wirechief] being put together. Not for use by several threads.
public final class WirechiefBuilder {
    private final List<CommandSpec> commands = new ArrayList<>();
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final List<Statistic> statistics = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();
    private final List<OwnEvent> events = new ArrayList<>();
    private final List<Middleware> middleware = new ArrayList<>();
    private ServerParameters parameters = ServerParameters.INITIAL;
    private List<String> arguments = List.of();
    private List<ServiceThread> ownThreads = List.of();
    private InstantSource clock = InstantSource.system();
    private InstantSource steady = new SteadyTime();
    private Duration glance = ChronoUnit.FOREVER.getDuration();
    private IntConsumer logLevel = _ -> {};
    private ObjIntConsumer<Long> threadLogLevel = (_, _) -> {};
    private final List<LogConsumer> logConsumers = new ArrayList<>();
    private boolean killable;

    WirechiefBuilder() {}

    /// Adds a command of the embedding program.
    public WirechiefBuilder command(CommandSpec spec) {
        commands.add(spec);
        return this;
    }

    public WirechiefBuilder commands(Collection<CommandSpec> specs) {
        commands.addAll(specs);
        return this;
    }

    /// Adds a number of the embedding program, shown by `get_statistics`, `cnt.*` and `stats.*`.
    /// A program that has a group `core`, `shmem`, `net` or `load` has it without the server's.
    public WirechiefBuilder statistic(Statistic number) {
        statistics.add(number);
        return this;
    }

    /// Adds a number that grows: `.statistic("demo", "greeted", "greetings said", greeted::sum)`.
    ///
    /// @param value asked for at any time, from any thread
    public WirechiefBuilder statistic(String group, String name, String summary, LongSupplier value) {
        return statistic(new Statistic(group, name, summary, value));
    }

    /// Adds a setting of the embedding program, shown and changed by `cfg.*`.
    public WirechiefBuilder setting(Setting setting) {
        settings.add(setting);
        return this;
    }

    /// Publishes an event of the embedding program: `events_list` tells of it, and
    /// [Wirechief#events()] has it to be raised.
    public WirechiefBuilder event(EventType type) {
        return event(type, _ -> {});
    }

    /// Publishes an event of the embedding program.
    ///
    /// @param source is given what it is raised with, before the first door opens
    public WirechiefBuilder event(EventType type, Consumer<? super EventSource> source) {
        events.add(new OwnEvent(type, source));
        return this;
    }

    /// An event of the program, and who raises it.
    record OwnEvent(EventType type, Consumer<? super EventSource> source) {}

    /// Adds a door.
    ///
    /// @throws IllegalArgumentException when the same module was added before
    public WirechiefBuilder endpoint(Endpoint endpoint) {
        if (endpoints.putIfAbsent(endpoint.module(), endpoint) != null) {
            throw new IllegalArgumentException(
                    "module " + endpoint.module() + " is added twice: give one endpoint all its addresses instead");
        }
        return this;
    }

    /// Adds something done around every call; the first added is the outermost.
    public WirechiefBuilder around(Middleware step) {
        middleware.add(step);
        return this;
    }

    public WirechiefBuilder parameters(ServerParameters changed) {
        parameters = changed;
        return this;
    }

    /// What `core.arg` and `arg` answer.
    public WirechiefBuilder arguments(List<String> commandLine) {
        arguments = List.copyOf(commandLine);
        return this;
    }

    /// The program's thread that waits for signals, the first row of `core.ps`.
    public WirechiefBuilder attendant(ServiceThread thread) {
        ownThreads = List.of(thread);
        return this;
    }

    /// Tells the time in place of the system's clock; subscriptions, too, begin and end by it then.
    /// It may jump: where a time of it is waited for, it is looked at every second.
    public WirechiefBuilder clock(InstantSource source) {
        clock = source;
        steady = source;
        glance = Duration.ofSeconds(1);
        return this;
    }

    /// What puts a log level, 0 (emergency) to 7 (debug), into effect when the setting
    /// `server.log_level` is changed. Nothing does at first: the log is the embedding program's.
    public WirechiefBuilder logLevel(IntConsumer effect) {
        logLevel = effect;
        return this;
    }

    /// What puts a log level for one thread, by its Linux id, into effect, until the level of all
    /// is set again.
    public WirechiefBuilder threadLogLevel(ObjIntConsumer<Long> effect) {
        threadLogLevel = effect;
        return this;
    }

    /// Adds one of those who get what is logged, so that `log_mute_state` and `log_level_filter`
    /// can silence it. There are none at first: the log is the embedding program's.
    public WirechiefBuilder logConsumer(LogConsumer consumer) {
        logConsumers.add(consumer);
        return this;
    }

    /// Offers `core.kill` and `kill`, which stop this server (never the process it is embedded in).
    public WirechiefBuilder killable() {
        killable = true;
        return this;
    }

    /// Opens all doors, or none.
    ///
    /// @throws IOException when one cannot be opened: which, why, and what to do
    /// @throws IllegalArgumentException when two commands, numbers or settings have one name
    /// @throws org.wirechief.core.ConfigError when a module lacks what it needs
    public Wirechief start() throws IOException {
        return Wirechief.start(this);
    }

    List<CommandSpec> commands() {
        return List.copyOf(commands);
    }

    List<Statistic> statistics() {
        return List.copyOf(statistics);
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }

    List<OwnEvent> events() {
        return List.copyOf(events);
    }

    List<Endpoint> endpoints() {
        return List.copyOf(endpoints.values());
    }

    List<Middleware> middleware() {
        return List.copyOf(middleware);
    }

    ServerParameters parameters() {
        return parameters;
    }

    List<String> arguments() {
        return arguments;
    }

    List<ServiceThread> ownThreads() {
        return ownThreads;
    }

    InstantSource clock() {
        return clock;
    }

    /// Time that does not jump when the clock is set.
    InstantSource steady() {
        return steady;
    }

    /// How long that time may go unlooked at.
    Duration glance() {
        return glance;
    }

    IntConsumer logLevel() {
        return logLevel;
    }

    ObjIntConsumer<Long> threadLogLevel() {
        return threadLogLevel;
    }

    List<LogConsumer> logConsumers() {
        return logConsumers;
    }

    boolean isKillable() {
        return killable;
    }
}
