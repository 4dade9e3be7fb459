package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Execution;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.access.Admission.Refused;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcFault;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.binrpc.PacketHeader;

/// Turns a BINRPC request packet into its answer (spec ctl §5), on whatever carrier it came. Used
/// by several threads.
final class BinrpcCalls implements Language<BinrpcCalls.Packet> {
    /// What a caller is told when too many commands wait already.
    static final String BUSY = "too many calls wait already: %s was not run, try again";

    static final int FORBIDDEN = 403;

    private final Dispatch dispatch;
    private final Supplier<BinrpcRules> rules;
    private final CtlCounters counters;

    BinrpcCalls(Dispatch dispatch, Supplier<BinrpcRules> rules, CtlCounters counters) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.counters = counters;
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
            broken(out, header.cookie(), PacketHeader.corrupted());
            return Outcome.BROKEN;
        }
        counters.requests.increment();
        try {
            BinrpcRules now = rules.get();
            BinrpcRequest request = BinrpcRequest.of(bytes, packet.start, header, asker.origin(), now);
            CommandSpec spec = dispatch.find(Vocabulary.RPC, request.command());
            if (spec == null) {
                counters.faults.increment();
                BinrpcFault.unknown(out, header.cookie(), request.command());
                CtlTold.binrpc(asker, request.command(), null, again(bytes, packet, asker), out, start);
                return Outcome.ANSWERED;
            }
            if (spec.execution() == Execution.BLOCKING) {
                return new Outcome.Later(spec);
            }
            run(spec, request, new BinrpcReply(out, header.cookie(), now), afterSend);
            CtlTold.binrpc(asker, request.command(), spec, again(bytes, packet, asker), out, start);
            return Outcome.ANSWERED;
        } catch (ProtocolError e) {
            broken(out, header.cookie(), e);
            CtlTold.binrpc(asker, Trail.UNKNOWN, null, null, out, start);
            return Outcome.BROKEN;
        }
    }

    @Override
    public Answer answer(CommandSpec spec, byte[] request, Packet packet, Asker asker) {
        PacketHeader header = packet.header;
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        try {
            BinrpcRules now = rules.get();
            BinrpcRequest call = BinrpcRequest.of(request, 0, header, asker.origin(), now);
            run(spec, call, new BinrpcReply(out, header.cookie(), now), actions);
            CtlTold.binrpc(asker, call.command(), spec, again(request, new Packet(0, header), asker), out, 0);
        } catch (ProtocolError e) {
            throw new AssertionError("this packet's method was read before", e);
        }
        return new Answer(out, actions);
    }

    /// The request anew, for a tracer: the command may have read any of its arguments.
    private @Nullable BinrpcRequest again(byte[] bytes, Packet packet, Asker asker) throws ProtocolError {
        return asker.trail() == null
                ? null
                : BinrpcRequest.of(bytes, packet.start, packet.header, asker.origin(), rules.get());
    }

    private void run(CommandSpec spec, BinrpcRequest request, BinrpcReply reply, List<Runnable> afterSend) {
        dispatch.run(spec, request, reply);
        reply.finish();
        afterSend.addAll(reply.afterSend());
        counters.answered(reply.isFault(), reply.widenedIntegers());
    }

    /// Cookie 0: there is no header one could read it from.
    @Override
    public void broken(ReplyBuffer out, ProtocolError error) {
        broken(out, 0, error);
    }

    private void broken(ReplyBuffer out, int cookie, ProtocolError error) {
        counters.protocolErrors.increment();
        BinrpcFault.write(out, cookie, 400, error.getMessage());
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
