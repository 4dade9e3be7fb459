package org.wirechief.endpoint.mififo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.MiNames;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.calls.OpenDoor;
import org.wirechief.endpoint.mi.MiEngine;
import org.wirechief.endpoint.mi.MiJsonEngine;
import org.wirechief.endpoint.mi.MiJsonExchange;
import org.wirechief.endpoint.mi.MiJsonWords;
import org.wirechief.endpoint.trace.TraceWarnings;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.net.FifoListener;

/// `mi_fifo` at work.
final class LiveMiFifo implements LiveEndpoint {
    /// What the original calls its process, which `ps` lists.
    private static final String READER = "MI FIFO";

    private volatile MiFifoParameters parameters;
    private final Host host;
    private final MiFifoStatistics counters = new MiFifoStatistics();
    /// Null while nothing is open.
    private volatile @Nullable OpenDoor<FifoListener> opened;

    LiveMiFifo(MiFifoParameters parameters, Host host) {
        this.parameters = parameters;
        this.host = host;
    }

    @Override
    public String module() {
        return MiFifoStatistics.GROUP;
    }

    @Override
    public Exports exports() {
        return new Exports(List.of(), counters.all(), settings());
    }

    /// The layout of answers can be changed while it runs.
    private List<Setting> settings() {
        return MiFifoModule.PARAMETERS.stream()
                .filter(parameter -> parameter.name().equals("pretty_printing"))
                .map(this::setting)
                .toList();
    }

    private Setting setting(Parameter<MiFifo> parameter) {
        return parameter.setting(
                MiFifoStatistics.GROUP,
                () -> Value.of(parameters.pretty() ? 1 : 0),
                value -> parameters = parameter
                        .apply(MiFifo.of(parameters), MiFifoStatistics.GROUP, value)
                        .parameters());
    }

    @Override
    public List<String> warnings() {
        MiFifoParameters now = parameters;
        List<String> warnings = new ArrayList<>(TraceWarnings.of(now.trace(), host, Vocabulary.MI));
        warnings.addAll(FileParameters.warnings("mi_fifo", now.file().access()));
        if (now.file().mode() == 0) {
            warnings.add("mi_fifo.fifo_mode = 0: nobody could call, so " + now.fifo() + " gets 0600");
        }
        return warnings;
    }

    @Override
    public void open() throws IOException {
        MiFifoParameters now = parameters;
        if (!Files.isDirectory(Path.of(now.replyDir()))) {
            throw new NotDirectoryException("mi_fifo.reply_dir = " + now.replyDir()
                    + ": is no directory; make it, or name the one where clients make their reply FIFOs");
        }
        BlockingCalls blocking = new BlockingCalls();
        MiEngine engine = new MiEngine(host.dispatch(), counters.mi());
        MiNames names = new MiNames(host.dispatch().commands(), now.naming());
        CommandTimer timer = host.dispatch().timer(MiFifoStatistics.GROUP);
        MiFifoDoor door = new MiFifoDoor(
                exchange(engine.timedBy(timer), names),
                timer,
                () -> exchange(engine, names),
                now,
                counters,
                new BoundedCalls(blocking, BoundedCalls.USUAL),
                Tracing.of(now.trace(), host, "fifo"),
                host.failed());
        FifoListener listener =
                FifoListener.open(READER, now.fifo(), now.file().access(), now.limits(), counters.traffic(), door);
        opened = new OpenDoor<>(listener, blocking);
    }

    private MiJsonExchange exchange(MiEngine engine, MiNames names) {
        return new MiJsonExchange(new MiJsonEngine(engine, names), () -> parameters.rules(), MiJsonWords.FIFO);
    }

    @Override
    public void reopen() {
        OpenDoor<FifoListener> open = opened;
        if (open != null) {
            open.door().reopen();
        }
    }

    @Override
    public void drain(Duration limit) throws InterruptedException {
        OpenDoor<FifoListener> open = opened;
        if (open != null) {
            open.drain(limit);
        }
    }

    @Override
    public void close() {
        OpenDoor<FifoListener> open = opened;
        if (open != null) {
            opened = null;
            open.door().close();
        }
    }

    @Override
    public List<Door> doors() {
        OpenDoor<FifoListener> open = opened;
        if (open == null) {
            return List.of();
        }
        String path = open.door().address().name();
        return List.of(new Door(MiFifoStatistics.GROUP, "mi", "fifo", path, "", "fifo:" + path));
    }

    @Override
    public List<ServiceThread> threads() {
        OpenDoor<FifoListener> open = opened;
        return open == null
                ? List.of()
                : List.of(new ServiceThread(READER, open.door().threadId()));
    }
}
