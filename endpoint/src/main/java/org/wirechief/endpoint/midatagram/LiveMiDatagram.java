package org.wirechief.endpoint.midatagram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.ConfigError;
import org.wirechief.core.MiNames;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.RefusedSource;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.access.GuardedDatagrams;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.calls.OpenDoor;
import org.wirechief.endpoint.mi.DoorFile;
import org.wirechief.endpoint.mi.MiEngine;
import org.wirechief.endpoint.mi.MiExchange;
import org.wirechief.endpoint.mi.MiJsonEngine;
import org.wirechief.endpoint.mi.MiJsonExchange;
import org.wirechief.endpoint.mi.MiJsonWords;
import org.wirechief.endpoint.mi.MiTextExchange;
import org.wirechief.endpoint.trace.TraceWarnings;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trails;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.Transport;
import org.wirechief.wire.mitext.MiTextOptions;

/// `mi_datagram` at work.
final class LiveMiDatagram implements LiveEndpoint {
    /// What the original calls its processes, which `ps` lists (spec mi-text §6).
    private static final String READER = "MI Datagram";

    private volatile MiDatagramParameters parameters;
    private final Host host;
    private final MiDatagramStatistics counters = new MiDatagramStatistics();
    /// Null while nothing is open.
    private volatile @Nullable OpenDoor<DatagramListener> opened;

    LiveMiDatagram(MiDatagramParameters parameters, Host host) {
        this.parameters = parameters;
        this.host = host;
    }

    /// Where to listen.
    ///
    /// @throws ConfigError when nothing says where
    static Address socketName(MiDatagramParameters parameters) {
        Address address = parameters.socketName();
        if (address == null) {
            throw new ConfigError("mi_datagram.socket_name is missing: say where to listen, modparam(\"mi_datagram\","
                    + " \"socket_name\", \"udp:127.0.0.1:8080\") or the path of a Unix socket");
        }
        return address;
    }

    @Override
    public String module() {
        return MiDatagramStatistics.GROUP;
    }

    @Override
    public Exports exports() {
        return new Exports(List.of(), counters.all(), MiDatagramSettings.of(() -> parameters, this::change));
    }

    @Override
    public List<String> warnings() {
        MiDatagramParameters now = parameters;
        List<String> warnings = new ArrayList<>(TraceWarnings.of(now.trace(), host, Vocabulary.MI));
        warnings.addAll(now.access().warnings());
        Address address = socketName(now);
        if (address.transport() == Transport.UNIX_DATAGRAM) {
            warnings.addAll(aboutFile(address, now.file()));
        }
        return warnings;
    }

    private static List<String> aboutFile(Address address, DoorFile file) {
        List<String> warnings = new ArrayList<>(FileParameters.warnings("mi_datagram", file.access()));
        if (file.mode() == 0) {
            warnings.add("mi_datagram.unix_socket_mode = 0: nobody could call, so " + address + " gets 0600");
        }
        if (looksLikeAnAddress(address.name())) {
            warnings.add("mi_datagram.socket_name = " + address.name() + " does not begin with udp: and so is the"
                    + " path of a Unix socket; write ./" + address.name() + " if that is meant");
        }
        return warnings;
    }

    // `127.0.0.1:8080`, `UDP:host:port`, `unix:/path`: the original takes them for paths, too.
    private static boolean looksLikeAnAddress(String path) {
        return path.indexOf(':') > 0 && !path.startsWith("/") && !path.startsWith(".");
    }

    @Override
    public void open() throws IOException {
        MiDatagramParameters now = parameters;
        Address address = socketName(now);
        BlockingCalls blocking = new BlockingCalls();
        BoundedCalls bounded = new BoundedCalls(blocking, BoundedCalls.USUAL);
        MiEngine engine = new MiEngine(host.dispatch(), counters.mi());
        MiNames names = new MiNames(host.dispatch().commands(), now.language().naming());
        // a datagram may come before this method has it
        CompletableFuture<DatagramListener> listener = new CompletableFuture<>();
        Tracing tracing = Tracing.of(now.trace(), host, "datagram");
        Trails trails = tracing == null
                ? null
                : new Trails(tracing, () -> listener.join().local());
        DatagramReaders readers = DatagramReaders.several(
                READER,
                now.childrenCount(),
                () -> new GuardedDatagrams(host.guards(), reader(engine, names, bounded, trails, listener)));
        DatagramListener open =
                DatagramListener.open(readers, address, now.file().access(), limits(now), counters.traffic());
        listener.complete(open);
        host.own().add(open::isOwn);
        opened = new OpenDoor<>(open, blocking);
    }

    private MiDatagrams reader(
            MiEngine engine,
            MiNames names,
            BoundedCalls bounded,
            @Nullable Trails trails,
            CompletableFuture<DatagramListener> listener) {
        CommandTimer timer = host.dispatch().timer(MiDatagramStatistics.GROUP);
        return new MiDatagrams(
                exchange(engine.timedBy(timer), names),
                timer,
                () -> exchange(engine, names),
                () -> parameters,
                counters,
                bounded,
                trails,
                peer -> listener.join().isOwn(peer) || DatagramCallers.isOwn(host.own(), peer),
                host.failed());
    }

    private MiExchange exchange(MiEngine engine, MiNames names) {
        return new DialectExchange(
                () -> parameters.language().dialect(),
                new MiTextExchange(engine, () -> parameters.language().text()),
                new MiJsonExchange(
                        new MiJsonEngine(engine, names),
                        () -> parameters.language().json(),
                        MiJsonWords.DATAGRAM));
    }

    private static DatagramLimits limits(MiDatagramParameters parameters) {
        return DatagramLimits.DEFAULT
                .withMaxRequest(MiTextOptions.DATAGRAM)
                .withReplyTimeout(parameters.socketTimeout());
    }

    private void change(MiDatagramParameters changed) {
        parameters = changed;
        OpenDoor<DatagramListener> open = opened;
        if (open != null) {
            open.door().changeReplyTimeout(changed.socketTimeout());
        }
    }

    @Override
    public void drain(Duration limit) throws InterruptedException {
        OpenDoor<DatagramListener> open = opened;
        if (open != null) {
            open.drain(limit);
        }
    }

    @Override
    public void close() {
        OpenDoor<DatagramListener> open = opened;
        if (open != null) {
            opened = null;
            open.door().close();
        }
    }

    @Override
    public List<Door> doors() {
        OpenDoor<DatagramListener> open = opened;
        return open == null ? List.of() : List.of(door(open.door()));
    }

    /// A door's name is as configured; its port is the one it has, also when any was asked for.
    private static Door door(DatagramListener listener) {
        Address asked = listener.address();
        if (asked.transport() == Transport.UNIX_DATAGRAM) {
            return new Door(
                    MiDatagramStatistics.GROUP,
                    "mi",
                    asked.transport().label(),
                    asked.name(),
                    "",
                    "mi:" + asked.name());
        }
        Address real = listener.local();
        String port = Integer.toString(real.port());
        return new Door(MiDatagramStatistics.GROUP, "mi", asked.transport().label(), asked.name(), port, reach(real));
    }

    private static String reach(Address real) {
        String host = switch (real.name()) {
            case "0.0.0.0" -> "127.0.0.1";
            case "0:0:0:0:0:0:0:0" -> "::1";
            default -> real.name();
        };
        return "mi:" + Address.udp(host, real.port());
    }

    @Override
    public List<ServiceThread> threads() {
        OpenDoor<DatagramListener> open = opened;
        return open == null
                ? List.of()
                : open.door().threadIds().stream()
                        .map(id -> new ServiceThread(READER, id))
                        .toList();
    }

    @Override
    public List<RefusedSource> refused() {
        return counters.refusals().sources();
    }
}
