package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Execution;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.access.Admission.Refused;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcFault;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.binrpc.PacketHeader;

/// Turns a BINRPC request packet into its answer (spec ctl §5), on whatever carrier it came. Used
/// by several threads.
final class BinrpcCalls {
    private static final int FORBIDDEN = 403;

    private final Dispatch dispatch;
    private final Supplier<BinrpcRules> rules;
    private final CtlCounters counters;

    BinrpcCalls(Dispatch dispatch, Supplier<BinrpcRules> rules, CtlCounters counters) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.counters = counters;
    }

    /// A finished answer: its packet, and what to do once that is sent.
    record Answer(ReplyBuffer packet, List<Runnable> afterSend) {}

    /// What became of a packet.
    sealed interface Outcome {
        /// Its answer is in the buffer.
        record Answered() implements Outcome {}

        /// It was no request one can read; a fault that says so is in the buffer.
        record Broken() implements Outcome {}

        /// Its command may wait: [BinrpcCalls#answer] is to run on another thread.
        record Later(CommandSpec spec) implements Outcome {}
    }

    private static final Outcome ANSWERED = new Outcome.Answered();
    private static final Outcome BROKEN = new Outcome.Broken();

    /// Answers a request packet, unless its command may wait.
    ///
    /// @param afterSend gets what the command leaves to do once the answer is sent
    Outcome take(byte[] bytes, int at, PacketHeader header, Origin origin, ReplyBuffer out, List<Runnable> afterSend) {
        counters.requests.increment();
        try {
            BinrpcRules now = rules.get();
            BinrpcRequest request = BinrpcRequest.of(bytes, at, header, origin, now);
            CommandSpec spec = dispatch.find(Vocabulary.RPC, request.command());
            if (spec == null) {
                counters.faults.increment();
                BinrpcFault.unknown(out, header.cookie(), request.command());
                return ANSWERED;
            }
            if (spec.execution() == Execution.BLOCKING) {
                return new Outcome.Later(spec);
            }
            run(spec, request, new BinrpcReply(out, header.cookie(), now), afterSend);
            return ANSWERED;
        } catch (ProtocolError e) {
            broken(out, header.cookie(), e);
            return BROKEN;
        }
    }

    /// Answers a request packet whose command may wait.
    ///
    /// @param packet a copy that nobody else touches
    Answer answer(CommandSpec spec, byte[] packet, PacketHeader header, Origin origin) {
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        try {
            BinrpcRules now = rules.get();
            BinrpcRequest request = BinrpcRequest.of(packet, 0, header, origin, now);
            run(spec, request, new BinrpcReply(out, header.cookie(), now), actions);
        } catch (ProtocolError e) {
            throw new AssertionError("this packet's method was read before", e);
        }
        return new Answer(out, actions);
    }

    private void run(CommandSpec spec, BinrpcRequest request, BinrpcReply reply, List<Runnable> afterSend) {
        dispatch.run(spec, request, reply);
        reply.finish();
        afterSend.addAll(reply.afterSend());
        counters.answered(reply.isFault(), reply.widenedIntegers());
    }

    /// Answers bytes that are no packet, or a packet that is no request.
    void broken(ReplyBuffer out, int cookie, ProtocolError error) {
        counters.protocolErrors.increment();
        BinrpcFault.write(out, cookie, 400, error.getMessage());
    }

    /// Tells a peer that too many commands wait already; this one was not run.
    void busy(ReplyBuffer out, PacketHeader header, CommandSpec spec) {
        counters.faults.increment();
        BinrpcFault.write(
                out, header.cookie(), 500, "too many calls wait already: " + spec.name() + " was not run, try again");
    }

    /// Tells a peer that it may not call.
    void refused(ReplyBuffer out, PacketHeader header, Refused refusal) {
        BinrpcFault.write(out, header.cookie(), FORBIDDEN, refusal.reason());
    }
}
