package org.wirechief.endpoint.ctl;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Statistic;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.Caller;
import org.wirechief.endpoint.ConnectionLimits;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.RefusedSource;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.access.FileParameters;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.trace.TraceWarnings;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.NetCounters;
import org.wirechief.net.StreamLimits;
import org.wirechief.net.Transport;

/// `ctl` at work.
final class LiveCtl implements LiveEndpoint {
    /// Where `kamcmd` without `-s` looks (spec ctl §11.5).
    private static final Listening DEFAULT = new Listening(
            Listening.Payload.BINRPC, Address.parse("unixs:/var/run/kamailio/kamailio_ctl", AddressRules.CTL_BINRPC));

    private volatile CtlParameters parameters;
    private final Host host;
    private final CtlCounters counters = new CtlCounters();
    private final Refusals refusals = new Refusals();
    private final NetCounters traffic = new NetCounters();
    private volatile @Nullable Opened opened;

    /// What exists only while the doors are open.
    private record Opened(CtlDoors doors, BlockingCalls blocking) {}

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
        numbers.add(refusals.statistic("ctl"));
        numbers.add(refusals.displaced("ctl"));
        numbers.addAll(TrafficStatistics.of("ctl", traffic));
        return new Exports(CtlCommands.of(this), numbers, CtlSettings.of(() -> parameters, this::change));
    }

    @Override
    public List<String> warnings() {
        CtlParameters now = parameters;
        List<String> warnings = new ArrayList<>(TraceWarnings.of(now.trace(), host, Vocabulary.RPC));
        warnings.addAll(now.access().warnings());
        if (listenings().stream().anyMatch(door -> !door.address().transport().isNetwork())) {
            warnings.addAll(FileParameters.warnings("ctl", now.file()));
        }
        if (now.access().tellsUsersApart()) {
            listenings().stream()
                    .map(Listening::address)
                    .filter(address -> address.transport() == Transport.FIFO)
                    .forEach(fifo -> warnings.add("ctl.fifo = " + fifo.name() + ": nobody may call there: who writes"
                            + " to a FIFO is not known, and access_users or access_groups asks"));
        }
        return warnings;
    }

    @Override
    public void open() throws IOException {
        CtlDoors doors = new CtlDoors(parameters.maxConnections(), traffic, host.failed());
        BlockingCalls blocking = new BlockingCalls();
        DoorHandlers handlers = new DoorHandlers(host, () -> parameters, refusals, blocking, counters, doors);
        try {
            for (Listening door : listenings()) {
                doors.open(door.address(), parameters, handlers.of(door));
            }
        } catch (Throwable e) {
            doors.close();
            throw e;
        }
        host.own().add(doors::isOwn);
        opened = new Opened(doors, blocking);
    }

    private List<Listening> listenings() {
        return parameters.doors().isEmpty() ? List.of(DEFAULT) : parameters.doors();
    }

    private void change(CtlParameters changed) {
        parameters = changed;
        Opened open = opened;
        if (open != null) {
            open.doors.change(changed);
        }
    }

    @Override
    public void reopen() {
        Opened open = opened;
        if (open != null) {
            open.doors.reopen();
        }
    }

    @Override
    public void drain(Duration limit) throws InterruptedException {
        Opened open = opened;
        if (open != null) {
            open.doors.drain(limit, open.blocking);
        }
    }

    @Override
    public void close() {
        Opened open = opened;
        if (open != null) {
            opened = null;
            open.doors.close();
        }
    }

    @Override
    public List<Door> doors() {
        Opened open = opened;
        return open == null ? List.of() : open.doors.doors();
    }

    @Override
    public List<Caller> callers() {
        Opened open = opened;
        return open == null ? List.of() : open.doors.callers();
    }

    @Override
    public List<ServiceThread> threads() {
        Opened open = opened;
        return open == null ? List.of() : open.doors.threads();
    }

    @Override
    public List<RefusedSource> refused() {
        return refusals.sources();
    }

    @Override
    public ConnectionLimits limits() {
        StreamLimits limits = parameters.limits();
        return new ConnectionLimits(
                parameters.maxConnections(), limits.sendQueueMax(), limits.idleTimeout(), limits.stallTimeout());
    }
}
