package org.wirechief.endpoint.ctl;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Statistic;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.ConnectionBudget;
import org.wirechief.net.EventLoop;
import org.wirechief.net.NetCounters;
import org.wirechief.net.StreamLimits;
import org.wirechief.net.StreamListener;

/// `ctl` at work: one loop thread, one listener an address.
final class LiveCtl implements LiveEndpoint {
    private static final Logger LOG = System.getLogger(LiveCtl.class.getName());

    /// Where `kamcmd` without `-s` looks (spec ctl §11.5).
    private static final Address DEFAULT =
            Address.parse("unixs:/var/run/kamailio/kamailio_ctl", AddressRules.CTL_BINRPC);

    private final CtlParameters parameters;
    private final Host host;
    private final CtlCounters counters = new CtlCounters();
    private final NetCounters traffic = new NetCounters();
    private volatile @Nullable Opened opened;

    /// What exists only while the doors are open.
    private record Opened(EventLoop loop, BlockingCalls blocking, List<StreamListener> listeners) {}

    LiveCtl(CtlParameters parameters, Host host) {
        this.parameters = parameters;
        this.host = host;
    }

    @Override
    public String module() {
        return "ctl";
    }

    @Override
    public Exports exports() {
        List<Statistic> numbers = new ArrayList<>(counters.statistics());
        numbers.addAll(TrafficStatistics.of("ctl", traffic));
        return new Exports(CtlCommands.of(this), numbers);
    }

    @Override
    public void open() throws IOException {
        EventLoop loop = EventLoop.start("ctl handler");
        BlockingCalls blocking = new BlockingCalls(loop);
        List<StreamListener> listeners = new ArrayList<>();
        try {
            ConnectionBudget budget = new ConnectionBudget(parameters.maxConnections());
            BinrpcStreams streams = new BinrpcStreams(host.dispatch(), parameters.rules(), blocking, counters);
            for (Address address : addresses()) {
                listeners.add(StreamListener.open(
                        loop, address, parameters.access(), parameters.limits(), budget, traffic, streams));
            }
        } catch (IOException | RuntimeException e) {
            listeners.forEach(StreamListener::close);
            loop.close();
            throw e;
        }
        opened = new Opened(loop, blocking, List.copyOf(listeners));
    }

    private List<Address> addresses() {
        return parameters.binrpc().isEmpty() ? List.of(DEFAULT) : parameters.binrpc();
    }

    @Override
    public void drain(Duration limit) throws InterruptedException {
        Opened open = opened;
        if (open == null) {
            return;
        }
        long end = System.nanoTime() + limit.toNanos();
        // All at once: none may go on taking requests while another waits for its last answers.
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            open.listeners.forEach(listener -> each.execute(() -> drain(listener, limit)));
        }
        // Calls whose callers are gone are not waited for above.
        open.blocking.await(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }

    private static void drain(StreamListener listener, Duration limit) {
        try {
            if (!listener.drain(limit)) {
                LOG.log(Level.WARNING, "stopped with answers still to send at {0}", listener.address());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Opened open = opened;
        if (open != null) {
            opened = null;
            open.listeners.forEach(StreamListener::close);
            open.loop.close();
        }
    }

    @Override
    public List<Door> doors() {
        Opened open = opened;
        return open == null
                ? List.of()
                : open.listeners.stream().map(CtlText::door).toList();
    }

    @Override
    public List<Caller> callers() {
        Opened open = opened;
        return open == null
                ? List.of()
                : open.listeners.stream()
                        .flatMap(listener -> listener.connections().stream())
                        .map(CtlText::caller)
                        .toList();
    }

    @Override
    public List<ServiceThread> threads() {
        Opened open = opened;
        return open == null ? List.of() : List.of(new ServiceThread("ctl handler", open.loop.threadId()));
    }

    @Override
    public ConnectionLimits limits() {
        StreamLimits limits = parameters.limits();
        return new ConnectionLimits(
                parameters.maxConnections(), limits.sendQueueMax(), limits.idleTimeout(), limits.stallTimeout());
    }
}
