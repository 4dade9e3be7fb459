package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Execution;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.TapParameters;
import org.wirechief.endpoint.access.Admission.Refused;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcFault;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.binrpc.PacketHeader;

/// Turns a BINRPC request packet into its answer (spec ctl §5), on whatever carrier it came. One
/// call and one answer serve all requests one after the other, so that a request leaves nothing
/// for the collector to clean up but what its command makes.
final class BinrpcCalls implements Language<BinrpcCalls.Packet> {
    /// What a caller is told when too many commands wait already.
    static final String BUSY = "too many calls wait already: %s was not run, try again";

    static final int FORBIDDEN = 403;

    private final Dispatch dispatch;
    private final Supplier<BinrpcRules> rules;
    private final CtlCounters counters;
    private final @Nullable CommandTimer timer;
    private final BinrpcRequest request = new BinrpcRequest();
    private @Nullable BinrpcReply reply;

    /// @param timer of the thread it belongs to; null for one that has none
    BinrpcCalls(Dispatch dispatch, Supplier<BinrpcRules> rules, CtlCounters counters, @Nullable CommandTimer timer) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.counters = counters;
        this.timer = timer;
    }

    /// A packet whose header was read.
    record Packet(int start, PacketHeader header) implements Frame {
        @Override
        public int end() {
            return start + header.packetLength();
        }
    }

    @Override
    public String payload() {
        return "binrpc";
    }

    @Override
    public int skip(byte[] bytes, int from, int to) {
        return from;
    }

    @Override
    public @Nullable Packet frame(byte[] bytes, int from, int to) throws ProtocolError {
        PacketHeader header = PacketHeader.read(bytes, from, to);
        return header == null || header.packetLength() > to - from ? null : new Packet(from, header);
    }

    @Override
    public boolean isAnswer(byte[] bytes, Packet packet) {
        return packet.header.kind() != PacketHeader.Kind.REQUEST;
    }

    @Override
    public Outcome take(byte[] bytes, Packet packet, int to, Asker asker, ReplyBuffer out, List<Runnable> afterSend) {
        PacketHeader header = packet.header;
        int start = out.size();
        if (isAnswer(bytes, packet)) {
            broken(out, header.cookie(), PacketHeader.corrupted(), asker.trail());
            return Outcome.BROKEN;
        }
        counters.requests.increment();
        BinrpcRules now = rules.get();
        try {
            request.read(bytes, packet.start, header, asker.origin(), now);
        } catch (ProtocolError e) {
            broken(out, header.cookie(), e, asker.trail());
            return Outcome.BROKEN;
        }
        CommandSpec spec = request.find(dispatch);
        if (spec == null) {
            counters.faults.increment();
            BinrpcFault.unknown(out, header.cookie(), request.command());
        } else if (spec.execution() == Execution.BLOCKING) {
            return new Outcome.Later(spec);
        } else {
            run(spec, request, begin(out, header.cookie(), now), afterSend, timer);
        }
        Trail trail = asker.trail();
        if (trail != null) {
            tell(trail, request, spec, () -> again(bytes, packet, asker, now), out, start);
        }
        return Outcome.ANSWERED;
    }

    private static BinrpcRequest again(byte[] bytes, Packet packet, Asker asker, BinrpcRules now) throws ProtocolError {
        return BinrpcRequest.of(bytes, packet.start, packet.header, asker.origin(), now);
    }

    private BinrpcReply begin(ReplyBuffer out, int cookie, BinrpcRules now) {
        BinrpcReply begun = reply;
        if (begun == null) {
            begun = new BinrpcReply(out, cookie, now);
            reply = begun;
        } else {
            begun.begin(out, cookie, now);
        }
        return begun;
    }

    @Override
    public Answer answer(CommandSpec spec, byte[] bytes, Packet packet, Asker asker) {
        PacketHeader header = packet.header;
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        BinrpcRules now = rules.get();
        Packet copy = new Packet(0, header);
        BinrpcRequest own;
        try {
            own = again(bytes, copy, asker, now);
        } catch (ProtocolError e) {
            throw new AssertionError("this packet's method was read before", e);
        }
        run(spec, own, new BinrpcReply(out, header.cookie(), now), actions, null);
        Trail trail = asker.trail();
        if (trail != null) {
            tell(trail, own, spec, () -> again(bytes, copy, asker, now), out, 0);
        }
        return new Answer(out, actions);
    }

    /// A request read once more, as if nobody had.
    private interface Reading {
        BinrpcRequest again() throws ProtocolError;
    }

    /// The command may have read any of the arguments, so they are read anew.
    private static void tell(
            Trail trail,
            BinrpcRequest called,
            @Nullable CommandSpec meant,
            Reading reading,
            ReplyBuffer out,
            int start) {
        CtlTold.binrpc(
                trail,
                called.command(),
                meant,
                () -> TapParameters.of(reading.again().args()),
                out,
                start);
    }

    private void run(
            CommandSpec spec,
            BinrpcRequest call,
            BinrpcReply answer,
            List<Runnable> afterSend,
            @Nullable CommandTimer timed) {
        if (timed == null) {
            dispatch.run(spec, call, answer);
        } else {
            dispatch.run(spec, call, answer, timed);
        }
        answer.finish();
        if (!answer.afterSend().isEmpty()) {
            afterSend.addAll(answer.afterSend());
        }
        counters.answered(answer.isFault(), answer.widenedIntegers());
    }

    /// Cookie 0: there is no header one could read it from.
    @Override
    public void broken(ReplyBuffer out, ProtocolError error, @Nullable Trail trail) {
        broken(out, 0, error, trail);
    }

    private void broken(ReplyBuffer out, int cookie, ProtocolError error, @Nullable Trail trail) {
        counters.protocolErrors.increment();
        int start = out.size();
        BinrpcFault.write(out, cookie, 400, error.getMessage());
        if (trail != null) {
            CtlTold.binrpc(trail, Trail.UNKNOWN, null, CtlTold.Parameters.NONE, out, start);
        }
    }

    @Override
    public void busy(ReplyBuffer out, Packet packet, CommandSpec spec) {
        counters.faults.increment();
        BinrpcFault.write(out, packet.header.cookie(), 500, BUSY.formatted(spec.name()));
    }

    @Override
    public void refused(ReplyBuffer out, Packet packet, Refused refusal) {
        BinrpcFault.write(out, packet.header.cookie(), FORBIDDEN, refusal.reason());
    }
}
