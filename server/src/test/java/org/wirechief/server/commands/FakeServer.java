package org.wirechief.server.commands;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.Settings;
import org.wirechief.core.Statistics;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.server.log.LogConsumer;
import org.wirechief.testkit.SettableClock;

/// A server that is only its state: what the built-in commands answer, without any door.
public final class FakeServer {
    static final Instant STARTED = Instant.parse("2026-11-21T01:43:05.250Z");

    final SettableClock clock = new SettableClock(STARTED);
    final AtomicInteger stops = new AtomicInteger();
    final Statistics statistics = new Statistics();
    final Settings settings = new Settings();
    final Events events = new Events();
    final Commands commands = new Commands();
    final LocalCache cache = new LocalCache(10, 1000);
    final StatusReports reports = new StatusReports(clock);
    final LogConsumer standardError = new LogConsumer("stderror");
    final List<Integer> globalLevels = new ArrayList<>();
    final Map<Long, Integer> threadLevels = new HashMap<>();
    private final ServerState state;
    private Duration clockSetBy = Duration.ZERO;

    public FakeServer(LiveEndpoint... modules) {
        this(List.of(), modules);
    }

    FakeServer(List<ServiceThread> ownThreads, LiveEndpoint... modules) {
        Identity identity = new Identity(
                "wirechief",
                new Build("1.2.3", "abc123", "javac 25.0.1"),
                "wirechief 1.2.3 (amd64/linux)",
                "OpenSIPS (3.6.8 (x86_64/linux))");
        state = new ServerState(
                identity,
                clock,
                () -> clock.instant().minus(clockSetBy),
                STARTED,
                List.of("chief", "serve", "--config", "/etc/chief.cfg"),
                commands,
                statistics,
                settings,
                events,
                cache,
                new LogLevels(globalLevels::add, threadLevels::put, List.of(standardError)),
                reports,
                ownThreads,
                () -> List.of(modules),
                stops::incrementAndGet);
        commands.add(builtIns(true));
    }

    /// Sets the system's clock, so that no time passes.
    void setClock(Duration by) {
        clock.advance(by);
        clockSetBy = clockSetBy.plus(by);
    }

    /// What every server answers.
    ///
    /// @param killable also what stops it
    public List<CommandSpec> builtIns(boolean killable) {
        return BuiltIns.of(state, killable);
    }

    TreeReply call(String name, Value... arguments) {
        return call(commands, name, arguments);
    }

    /// Calls a command of the MI vocabulary.
    TreeReply mi(String name, Object... arguments) {
        return mi(MiNaming.V3, name, arguments);
    }

    TreeReply mi(MiNaming naming, String name, Object... arguments) {
        return mi(commands, naming, name, arguments);
    }

    static TreeReply mi(Commands commands, MiNaming naming, String name, Object... arguments) {
        CommandSpec spec = Objects.requireNonNull(commands.find(Vocabulary.MI, Octets.of(name)), name);
        List<Value> values = Arrays.stream(arguments).map(FakeServer::value).toList();
        TreeReply reply = new TreeReply();
        new Dispatch(commands, List.of()).run(spec, new ValueCall(name, new ValueArgs(values), naming), reply);
        return reply;
    }

    /// Calls a command as a caller of the RPC vocabulary does.
    static TreeReply call(Commands commands, String name, Value... arguments) {
        CommandSpec spec = Objects.requireNonNull(commands.find(Vocabulary.RPC, Octets.of(name)), name);
        TreeReply reply = new TreeReply();
        new Dispatch(commands, List.of())
                .run(spec, new ValueCall(name, new ValueArgs(List.of(arguments)), MiNaming.V3), reply);
        return reply;
    }

    /// A structure of these members, numbers and text given as such.
    static Value.Struct struct(Object... namesAndValues) {
        List<Value.Member> members = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.add(new Value.Member((String) namesAndValues[i], value(namesAndValues[i + 1])));
        }
        return new Value.Struct(members);
    }

    private static Value value(Object given) {
        return switch (given) {
            case Integer number -> Value.of(number);
            case Long number -> Value.of(number);
            case String text -> Value.of(text);
            case Octets text -> new Value.Text(text);
            case Value inner -> inner;
            default -> throw new IllegalArgumentException("no value: " + given);
        };
    }

    private record ValueCall(String name, Args args, MiNaming naming) implements Call {
        @Override
        public Octets command() {
            return Octets.of(name);
        }

        @Override
        public Origin origin() {
            return new Origin("test", "none", "test", Access.ADMIN);
        }
    }
}
