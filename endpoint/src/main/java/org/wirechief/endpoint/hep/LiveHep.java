package org.wirechief.endpoint.hep;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.StopStage;
import org.wirechief.net.Outlet;
import org.wirechief.net.TlsTrust;

/// `proto_hep` at work.
final class LiveHep implements LiveEndpoint {
    static final String MODULE = "proto_hep";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final HepParameters parameters;
    private final HepStatistics counters = new HepStatistics();
    private final Consumer<? super Throwable> failed;
    private final List<HepSender> senders;
    private volatile @Nullable TlsTrust trust;

    LiveHep(HepParameters parameters, Host host) {
        this.parameters = parameters;
        this.failed = host.failed();
        this.senders = parameters.destinations().stream().map(this::sender).toList();
        senders.forEach(
                sender -> host.taps().add(sender.name(), new HepTap(sender, parameters.content(), host.clock())));
    }

    private HepSender sender(HepId id) {
        HepEncoder encoder = new HepEncoder(id, parameters.content());
        return new HepSender(id, () -> outlet(id), encoder, counters, parameters.bufferBytes(), failed);
    }

    private Outlet outlet(HepId id) throws IOException {
        return switch (id.transport()) {
            case UDP -> Outlet.udp(id.host(), id.port());
            case TCP -> Outlet.tcp(id.host(), id.port(), CONNECT);
            case TLS -> Outlet.tls(id.host(), id.port(), Objects.requireNonNull(trust), CONNECT);
        };
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public boolean takesCommands() {
        return false;
    }

    @Override
    public StopStage stopStage() {
        return StopStage.OUTLETS;
    }

    @Override
    public Exports exports() {
        return new Exports(List.of(), counters.all(this::waiting), List.of());
    }

    private long waiting() {
        return senders.stream().mapToLong(HepSender::waiting).sum();
    }

    @Override
    public List<String> warnings() {
        return parameters.destinations().stream()
                .filter(HepId::fellBack)
                .map(id -> "proto_hep.hep_id [" + id.name() + "]: version " + id.version()
                        + " goes over udp only; add transport=udp")
                .toList();
    }

    @Override
    public void open() throws IOException {
        if (parameters.destinations().stream().anyMatch(id -> id.transport() == HepTransport.TLS)) {
            trust = trusted(parameters.caFile());
        }
        senders.forEach(HepSender::start);
    }

    private static TlsTrust trusted(@Nullable Path file) throws IOException {
        if (file == null) {
            return TlsTrust.ofPlatform();
        }
        try {
            return TlsTrust.ofFile(file);
        } catch (IOException e) {
            String what = e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
            throw new IOException("proto_hep.hep_ca_file = " + file + ": " + what, e);
        }
    }

    /// Waits for collectors that take what is sent, a little: doors may still be answering.
    @Override
    public void drain(Duration limit) throws InterruptedException {
        Farewell.drain(senders, limit.compareTo(DRAIN) < 0 ? limit : DRAIN);
    }

    @Override
    public void close() {
        Farewell.close(senders);
    }

    @Override
    public List<ServiceThread> threads() {
        return senders.stream()
                .filter(sender -> sender.threadId() >= 0)
                .map(sender -> new ServiceThread("HEP sender " + sender.name(), sender.threadId()))
                .toList();
    }
}
