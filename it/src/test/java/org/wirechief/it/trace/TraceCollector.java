package org.wirechief.it.trace;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.wirechief.cli.hep.Captured;
import org.wirechief.cli.hep.HepCollector;
import org.wirechief.it.live.RawStream;
import org.wirechief.net.Address;
import org.wirechief.net.TlsKeys;
import org.wirechief.wire.hep.HepPacket;

/// The collector of `chief hep` on loopback, which keeps what it is sent, in order.
final class TraceCollector implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final HepCollector collector;
    private final Kept kept;
    private final String transport;
    private final int port;

    private TraceCollector(HepCollector collector, Kept kept, String transport, int port) {
        this.collector = collector;
        this.kept = kept;
        this.transport = transport;
        this.port = port;
    }

    /// What it takes, and what it does before each packet it takes.
    private record Kept(LinkedBlockingQueue<HepPacket> packets, AtomicReference<Runnable> pace) {
        Kept(Runnable pace) {
            this(new LinkedBlockingQueue<>(), new AtomicReference<>(pace));
        }

        void take(Captured captured) {
            pace.get().run();
            packets.add(captured.packet());
        }
    }

    static TraceCollector udp() throws IOException {
        return udp(0);
    }

    /// On a port that another one had before.
    static TraceCollector udp(int port) throws IOException {
        return at(Address.udp(LOOPBACK, port), () -> {});
    }

    static TraceCollector tcp() throws IOException {
        return tcp(0);
    }

    /// On a port that another one had before.
    static TraceCollector tcp(int port) throws IOException {
        return tcp(port, () -> {});
    }

    /// One that takes its time.
    ///
    /// @param pace what it does before each packet; it reads nothing else meanwhile
    static TraceCollector tcp(int port, Runnable pace) throws IOException {
        return at(Address.tcp(LOOPBACK, port), pace);
    }

    /// Over TLS.
    static TraceCollector tls(int port, TlsKeys keys) throws IOException {
        Kept kept = new Kept(() -> {});
        HepCollector collector = HepCollector.open(List.of(), kept::take);
        try {
            int real = collector.listen(Address.tcp(LOOPBACK, port), keys).port();
            return new TraceCollector(collector, kept, "tls", real);
        } catch (IOException e) {
            collector.close();
            throw e;
        }
    }

    private static TraceCollector at(Address address, Runnable pace) throws IOException {
        Kept kept = new Kept(pace);
        HepCollector collector = HepCollector.open(List.of(address), kept::take);
        return new TraceCollector(
                collector,
                kept,
                address.transport().scheme(),
                collector.addresses().getFirst().port());
    }

    /// Another pace from the next packet on.
    void pace(Runnable step) {
        kept.pace.set(step);
    }

    /// How many packets it has read.
    long received() {
        return collector.counts().packets();
    }

    /// How many it could not read.
    long malformed() {
        return collector.counts().malformed();
    }

    /// As `hep_id` names it, `hd`.
    String hepId() {
        return "[hd]" + LOOPBACK + ":" + port + ";transport=" + transport;
    }

    HepPacket next() throws InterruptedException {
        HepPacket packet = kept.packets.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (packet == null) {
            throw new AssertionError("no further packet came");
        }
        return packet;
    }

    @Override
    public void close() {
        collector.close();
    }
}
