package org.wirechief.endpoint.ctl;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandTimer;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.endpoint.access.GuardedDatagrams;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trails;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramPeer;

/// Makes what serves a door. Streams of one language share a loop, and so a handler; a datagram
/// door or a FIFO may have a thread, and so has a handler with buffers, of its own.
final class DoorHandlers {
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BlockingCalls blocking;
    private final CtlCounters counters;
    private final CtlDoors doors;
    private final Host host;
    private final @Nullable Tracing tracing;
    private final Supplier<CtlParameters> parameters;
    private final StreamDoor<BinrpcCalls.Packet> binrpcStreams;
    private final StreamDoor<FifoCalls.Lines> lineStreams;

    DoorHandlers(
            Host host,
            Supplier<CtlParameters> parameters,
            Refusals refusals,
            BlockingCalls blocking,
            CtlCounters counters,
            CtlDoors doors) {
        this.policy = () -> parameters.get().access();
        this.refusals = refusals;
        this.blocking = blocking;
        this.counters = counters;
        this.doors = doors;
        this.host = host;
        this.tracing = Tracing.of(parameters.get().trace(), host, "ctl");
        this.parameters = parameters;
        // one for all streams: what is ready in one turn of their loop is timed together
        CommandTimer timer = host.dispatch().timer("ctl");
        doors.loop().atTurnEnds(timer::end);
        this.binrpcStreams = new StreamDoor<>(binrpc(timer), policy, refusals, blocking, doors.loop(), timer, tracing);
        this.lineStreams = new StreamDoor<>(lines(timer), policy, refusals, blocking, doors.loop(), timer, tracing);
    }

    private BinrpcCalls binrpc(CommandTimer timer) {
        return new BinrpcCalls(host.dispatch(), () -> parameters.get().rules(), counters, timer);
    }

    private FifoCalls lines(CommandTimer timer) {
        return new FifoCalls(host.dispatch(), () -> parameters.get().lines(), counters, timer);
    }

    Handlers of(Listening door) {
        CommandTimer timer = host.dispatch().timer("ctl");
        BinrpcCalls binrpc = binrpc(timer);
        FifoCalls lines = lines(timer);
        PipeDoor pipe = new PipeDoor(
                lines,
                timer,
                policy,
                refusals,
                blocking,
                counters,
                host.failed(),
                door.address().name(),
                tracing);
        return switch (door.payload()) {
            case BINRPC -> new Handlers(binrpc.payload(), binrpcStreams, datagrams(binrpc, timer, door), pipe);
            case FIFO -> new Handlers(lines.payload(), lineStreams, datagrams(lines, timer, door), pipe);
        };
    }

    private <F extends Frame> DatagramHandler datagrams(Language<F> language, CommandTimer timer, Listening door) {
        int longest = DatagramLimits.DEFAULT.maxReply();
        Predicate<DatagramPeer> own = peer -> doors.isOwn(peer) || DatagramCallers.isOwn(host.own(), peer);
        Trails trails = tracing == null ? null : new Trails(tracing, () -> doors.local(door.address()));
        var datagrams = new DatagramDoor<>(
                language, policy, refusals, blocking, counters, trails, own, host.failed(), longest, timer);
        return new GuardedDatagrams(host.guards(), datagrams);
    }
}
