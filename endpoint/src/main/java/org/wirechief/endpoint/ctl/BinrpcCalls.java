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
    private final CommandTimer timer;
    private final Packet packet = new Packet();
    private final BinrpcRequest request = new BinrpcRequest();
    private @Nullable BinrpcReply reply;

    /// @param timer of the thread it belongs to
    BinrpcCalls(Dispatch dispatch, Supplier<BinrpcRules> rules, CtlCounters counters, CommandTimer timer) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.counters = counters;
        this.timer = timer;
    }

    /// A packet whose header was read.
    static final class Packet implements Frame {
        private int start;
        private PacketHeader.Kind kind = PacketHeader.Kind.REQUEST;
        private int cookie;
        private int body;
        private int end;

        private Packet() {}

        private void read(int from, PacketHeader header) {
            start = from;
            kind = header.kind();
            cookie = header.cookie();
            body = from + header.headerLength();
            end = from + header.packetLength();
        }

        @Override
        public int start() {
            return start;
        }

        @Override
        public int end() {
            return end;
        }

        private Packet alone() {
            Packet copy = new Packet();
            copy.kind = kind;
            copy.cookie = cookie;
            copy.body = body - start;
            copy.end = end - start;
            return copy;
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
        if (header == null || header.packetLength() > to - from) {
            return null;
        }
        packet.read(from, header);
        return packet;
    }

    @Override
    public Packet alone(Packet frame) {
        return frame.alone();
    }

    @Override
    public boolean isAnswer(byte[] bytes, Packet frame) {
        return frame.kind != PacketHeader.Kind.REQUEST;
    }

    @Override
    public Outcome take(byte[] bytes, Packet frame, int to, Asker asker, ReplyBuffer out, List<Runnable> afterSend) {
        int start = out.size();
        if (isAnswer(bytes, frame)) {
            broken(out, frame.cookie, PacketHeader.corrupted(), asker.trail());
            return Outcome.BROKEN;
        }
        counters.requests.increment();
        BinrpcRules now = rules.get();
        try {
            request.read(bytes, frame.body, frame.end, asker.origin(), now);
        } catch (ProtocolError e) {
            broken(out, frame.cookie, e, asker.trail());
            return Outcome.BROKEN;
        }
        CommandSpec spec = request.find(dispatch);
        if (spec == null) {
            counters.faults.increment();
            BinrpcFault.unknown(out, frame.cookie, request.command());
        } else if (spec.execution() == Execution.BLOCKING) {
            return new Outcome.Later(spec);
        } else {
            run(spec, begin(out, frame.cookie, now), afterSend);
        }
        Trail trail = asker.trail();
        if (trail != null) {
            tell(trail, request, spec, () -> again(bytes, frame, asker, now), out, start);
        }
        return Outcome.ANSWERED;
    }

    private static BinrpcRequest again(byte[] bytes, Packet frame, Asker asker, BinrpcRules now) throws ProtocolError {
        BinrpcRequest again = new BinrpcRequest();
        again.read(bytes, frame.body, frame.end, asker.origin(), now);
        return again;
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
    public Answer answer(CommandSpec spec, byte[] bytes, Packet frame, Asker asker) {
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        BinrpcRules now = rules.get();
        BinrpcRequest own;
        try {
            own = again(bytes, frame, asker, now);
        } catch (ProtocolError e) {
            throw new AssertionError("this packet's method was read before", e);
        }
        BinrpcReply answer = new BinrpcReply(out, frame.cookie, now);
        dispatch.run(spec, own, answer);
        finish(answer, actions);
        Trail trail = asker.trail();
        if (trail != null) {
            tell(trail, own, spec, () -> again(bytes, frame, asker, now), out, 0);
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

    private void run(CommandSpec spec, BinrpcReply answer, List<Runnable> afterSend) {
        dispatch.run(spec, request, answer, timer);
        finish(answer, afterSend);
    }

    private void finish(BinrpcReply answer, List<Runnable> afterSend) {
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
    public void busy(ReplyBuffer out, Packet frame, CommandSpec spec) {
        counters.faults.increment();
        BinrpcFault.write(out, frame.cookie, 500, BUSY.formatted(spec.name()));
    }

    @Override
    public void refused(ReplyBuffer out, Packet frame, Refused refusal) {
        BinrpcFault.write(out, frame.cookie, FORBIDDEN, refusal.reason());
    }
}
