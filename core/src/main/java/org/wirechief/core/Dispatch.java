package org.wirechief.core;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Runs a command on a call: looks it up, passes the middleware, turns what it throws into a
/// fault. The one place where that happens, for every dialect. Safe for use by several threads.
public final class Dispatch {
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    private final Commands commands;
    private final Middleware.Next road;
    private final CommandTimes times;
    private final LongAdder unknown = new LongAdder();
    private final LongAdder broken = new LongAdder();

    /// Dispatches to `commands`.
    ///
    /// @param middleware the outermost first
    public Dispatch(Commands commands, List<Middleware> middleware) {
        this(commands, middleware, CommandTimes.NONE);
    }

    /// Dispatches to `commands`.
    ///
    /// @param middleware the outermost first
    /// @param times learns how long commands take, with the middleware around them
    public Dispatch(Commands commands, List<Middleware> middleware, CommandTimes times) {
        this.commands = commands;
        this.times = times;
        Middleware.Next next = this::command;
        for (Middleware around : middleware.reversed()) {
            next = new Link(around, next);
        }
        this.road = next;
    }

    public Commands commands() {
        return commands;
    }

    /// The command a caller of `asked` means by `name`, or null for none.
    public @Nullable CommandSpec find(Vocabulary asked, Octets name) {
        CommandSpec found = commands.find(asked, name);
        if (found == null) {
            unknown.increment();
        }
        return found;
    }

    /// The same by the bytes of a name, from `from` (inclusive) to `to` (exclusive).
    public @Nullable CommandSpec find(Vocabulary asked, byte[] bytes, int from, int to) {
        CommandSpec found = commands.find(asked, bytes, from, to);
        if (found == null) {
            unknown.increment();
        }
        return found;
    }

    /// The same by the names of MI.
    public MiLookup find(MiNames names, Octets name) {
        MiLookup found = names.find(name);
        if (!(found instanceof MiLookup.Found)) {
            unknown.increment();
        }
        return found;
    }

    /// How often a command was asked for that is none.
    public long unknownCommands() {
        return unknown.sum();
    }

    /// How often a command broke down instead of answering.
    public long brokenCommands() {
        return broken.sum();
    }

    /// Runs the command; its answer or its fault is in `reply` when this returns.
    public void run(CommandSpec spec, Call call, Reply reply) {
        long begin = times.now();
        road.proceed(spec, call, reply);
        times.took(List.of(spec), call.origin().module(), times.now() - begin);
    }

    /// The same on a thread that times its commands.
    public void run(CommandSpec spec, Call call, Reply reply, CommandTimer timer) {
        road.proceed(spec, call, reply);
        timer.ran(spec);
    }

    /// For a thread that runs many commands.
    ///
    /// @param module as the origin of their calls names it
    public CommandTimer timer(String module) {
        return new CommandTimer(times, module);
    }

    private void command(CommandSpec spec, Call call, Reply reply) {
        try {
            spec.body().run(call, reply);
        } catch (Fault fault) {
            reply.fault(fault);
        } catch (Throwable e) {
            broke(spec, reply, e);
        }
    }

    private void broke(CommandSpec spec, Reply reply, Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        broken.increment();
        // before the log: where memory has run out that may fail too
        reply.internalError();
        LOG.log(Level.ERROR, () -> "command " + spec.name() + " failed: " + e, e);
    }

    /// One piece of middleware before the rest of the road.
    private final class Link implements Middleware.Next {
        private final Middleware around;
        private final Middleware.Next next;

        Link(Middleware around, Middleware.Next next) {
            this.around = around;
            this.next = next;
        }

        @Override
        public void proceed(CommandSpec spec, Call call, Reply reply) {
            try {
                around.around(spec, call, reply, next);
            } catch (Fault fault) {
                reply.fault(fault);
            } catch (Throwable e) {
                broke(spec, reply, e);
            }
        }
    }
}
