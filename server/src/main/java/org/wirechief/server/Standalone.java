package org.wirechief.server;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.wirechief.core.ConfigError;
import org.wirechief.core.event.EventSource;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.endpoint.pike.Pike;
import org.wirechief.net.LinuxThread;
import org.wirechief.server.config.Assignment;
import org.wirechief.server.config.ConfigReader;
import org.wirechief.server.config.Configuration;
import org.wirechief.server.events.CoreEvents;
import org.wirechief.server.events.LogEvents;
import org.wirechief.server.log.Journal;
import org.wirechief.server.log.LogConsumer;

/// The server as a program of its own: what `chief serve` and `chief check` run.
///
/// It takes over the signals TERM, INT and HUP of the process, so a program that embeds a server
/// uses [Wirechief] instead. docs/configuration.md tells operators what is here.
///
/// @param modules those a configuration may load
/// @param defaults the doors it opens without a configuration file
public record Standalone(List<ModuleDescription<?>> modules, List<DefaultDoor> defaults) {
    /// Exit code after an orderly stop.
    public static final int STOPPED = 0;

    /// Exit code when the configuration or the command line is wrong; nothing was opened.
    public static final int MISCONFIGURED = 2;

    /// Exit code when a door cannot be opened; those opened before it are closed again.
    public static final int NOT_BOUND = 3;

    /// Exit code when a module could serve no longer, and the server stopped in order.
    public static final int FAILED = 4;

    private static final Logger LOG = System.getLogger(Standalone.class.getName());

    public Standalone {
        modules = List.copyOf(modules);
        defaults = List.copyOf(defaults);
    }

    /// With every module of this build; by default it opens a Unix stream socket for `ctl`.
    public static Standalone withEveryModule() {
        return new Standalone(
                List.of(Ctl.MODULE, MiDatagram.MODULE, MiFifo.MODULE, EventDatagram.MODULE, Pike.MODULE, Hep.MODULE),
                List.of(new DefaultDoor("ctl", "binrpc", "unixs:{run}/ctl", List.of("fifo"))));
    }

    /// Serves until TERM, INT or `core.kill`. The calling thread is the server's attendant.
    ///
    /// @param args what follows `chief serve`
    /// @param out gets a line a door once all are open
    /// @param err gets what keeps the server from starting
    /// @return the exit code
    public int serve(List<String> args, PrintStream out, PrintStream err) {
        try {
            ServeOptions options = ServeOptions.parse(args);
            if (options.help()) {
                out.print(ServeOptions.USAGE);
                return STOPPED;
            }
            return serve(read(options), args, out);
        } catch (ConfigError e) {
            StartErrors.of(err, System.getenv()).tell(String.valueOf(e.getMessage()));
            return MISCONFIGURED;
        } catch (IOException e) {
            StartErrors.of(err, System.getenv()).tell("chief serve: " + e.getMessage());
            return NOT_BOUND;
        }
    }

    /// Reads a configuration, logs what in it will not come out as it says, and opens nothing.
    ///
    /// @param args what follows `chief check`: the file
    /// @return the exit code
    public int check(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 1 || args.getFirst().startsWith("--")) {
            err.println("usage: chief check FILE");
            return MISCONFIGURED;
        }
        try {
            Path file = ServeOptions.file(args.getFirst());
            Configuration configuration = reader().read(Optional.of(file), List.of(), List.of());
            warn(configuration);
            int loaded = configuration.loaded();
            out.println(file + ": ok, " + loaded + (loaded == 1 ? " module" : " modules"));
            return STOPPED;
        } catch (ConfigError e) {
            err.println(e.getMessage());
            return MISCONFIGURED;
        }
    }

    private static void warn(Configuration configuration) {
        WirechiefBuilder builder = Wirechief.builder()
                .parameters(configuration.values(ServerParameters.class).getFirst())
                .killable();
        configuration.values(Endpoint.class).forEach(builder::endpoint);
        Wirechief.warnings(builder).forEach(warning -> LOG.log(Level.WARNING, warning));
    }

    private ConfigReader reader() {
        return new ConfigReader(List.of(ServerParameters.MODULE), modules);
    }

    private Configuration read(ServeOptions options) throws IOException {
        List<Assignment> doors = new ArrayList<>();
        List<DefaultDoor> wanted = defaultDoors(options);
        if (!wanted.isEmpty()) {
            // Mistakes of the command line are told before anything is made.
            reader().read(Optional.empty(), List.of(), options.sets());
            Path directory = RunDirectory.open(RunDirectory.Places.ofSystem(System.getenv()));
            wanted.forEach(door -> doors.add(door.in(directory)));
        }
        return reader().read(options.config(), doors, options.sets());
    }

    private List<DefaultDoor> defaultDoors(ServeOptions options) {
        return options.config().isPresent()
                ? List.of()
                : defaults.stream()
                        .filter(door -> !door.isReplacedBy(options.sets()))
                        .toList();
    }

    private static int serve(Configuration configuration, List<String> args, PrintStream out) throws IOException {
        ServerParameters parameters =
                configuration.values(ServerParameters.class).getFirst();
        log(parameters.logLevel());
        WirechiefBuilder builder = builder(configuration, parameters).arguments(commandLine(args));
        // A signal may come before all doors are open.
        CompletableFuture<Void> asked = new CompletableFuture<>();
        AtomicReference<Runnable> reopen = new AtomicReference<>(() -> {});
        Signals.listen(() -> asked.complete(null), () -> {
            LOG.log(Level.INFO, "HUP: opening files anew");
            reopen.get().run();
        });
        ServiceNotice notice = ServiceNotice.of(System.getenv());
        try (Wirechief chief = builder.start()) {
            reopen.set(chief::reopen);
            if (parameters.events().log()) {
                tellOfLog(chief);
            }
            show(chief.doors(), out);
            notice.ready();
            var _ = asked.thenRun(() -> {
                notice.stopping();
                chief.stop();
            });
            chief.join();
            tellNoMoreOfLog();
            LOG.log(Level.INFO, "stopped");
            return chief.hasFailed() ? FAILED : STOPPED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return STOPPED;
    }

    private static WirechiefBuilder builder(Configuration configuration, ServerParameters parameters) {
        WirechiefBuilder builder = Wirechief.builder()
                .logLevel(Standalone::log)
                .threadLogLevel(Standalone::log)
                .parameters(parameters)
                .attendant(new ServiceThread("attendant", LinuxThread.id()))
                .killable();
        configuration.values(Endpoint.class).forEach(builder::endpoint);
        logConsumers(parameters).forEach(builder::logConsumer);
        return builder;
    }

    private static void tellOfLog(Wirechief chief) {
        if (System.LoggerFinder.getLoggerFinder() instanceof Journal journal) {
            EventSource source = chief.events().publish(CoreEvents.LOG);
            LogEvents lines = new LogEvents(source, InstantSource.system(), ZoneId.systemDefault(), System::nanoTime);
            chief.statistics().add(lines.statistics());
            journal.listener(lines);
        }
    }

    private static List<LogConsumer> logConsumers(ServerParameters parameters) {
        if (!(System.LoggerFinder.getLoggerFinder() instanceof Journal journal)) {
            return List.of();
        }
        return parameters.events().log()
                ? List.of(journal.standardError(), journal.event())
                : List.of(journal.standardError());
    }

    private static void tellNoMoreOfLog() {
        if (System.LoggerFinder.getLoggerFinder() instanceof Journal journal) {
            journal.listener((_, _, _) -> {});
        }
    }

    private static void log(int level) {
        if (System.LoggerFinder.getLoggerFinder() instanceof Journal journal) {
            journal.level(level);
        }
    }

    private static void log(long thread, int level) {
        if (System.LoggerFinder.getLoggerFinder() instanceof Journal journal) {
            journal.level(thread, level);
        }
    }

    private static List<String> commandLine(List<String> args) {
        List<String> all = new ArrayList<>(List.of("chief", "serve"));
        all.addAll(args);
        return all;
    }

    // Where clients find it: `ctl  binrpc  unixs:/run/wirechief/ctl`.
    private static void show(List<Door> doors, PrintStream out) {
        if (doors.isEmpty()) {
            LOG.log(Level.WARNING, "no door is open, so nobody can call: load a module, loadmodule \"ctl.so\"");
        }
        int module =
                doors.stream().mapToInt(door -> door.module().length()).max().orElse(0);
        int payload =
                doors.stream().mapToInt(door -> door.payload().length()).max().orElse(0);
        for (Door door : doors) {
            out.println(padded(door.module(), module)
                    + padded(door.payload(), payload)
                    + door.address()
                    + (door.isEverywhere() ? "  on every address" : ""));
        }
        out.flush();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
