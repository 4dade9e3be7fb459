package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Execution;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.TapParameters;
import org.wirechief.core.Vocabulary;
import org.wirechief.endpoint.access.Admission.Refused;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.ctlfifo.CtlFifoFault;
import org.wirechief.wire.ctlfifo.CtlFifoFrame;
import org.wirechief.wire.ctlfifo.CtlFifoReply;
import org.wirechief.wire.ctlfifo.CtlFifoRequest;
import org.wirechief.wire.ctlfifo.CtlFifoRules;

/// Turns a request of the line protocol into its answer (spec ctl §10), on whatever carrier it
/// came. A request that is malformed costs itself only. Belongs to one thread, all of it but
/// [#answer].
final class FifoCalls implements Language<FifoCalls.Lines> {
    private static final int STATUS_DIGITS = 3;

    private final Dispatch dispatch;
    private final Supplier<CtlFifoRules> rules;
    private final CtlCounters counters;
    private final CommandTimer timer;

    /// @param timer of the thread that [#take] belongs to
    FifoCalls(Dispatch dispatch, Supplier<CtlFifoRules> rules, CtlCounters counters, CommandTimer timer) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.counters = counters;
        this.timer = timer;
    }

    /// The lines of a request.
    record Lines(CtlFifoFrame frame) implements Frame {
        @Override
        public int start() {
            return frame.start();
        }

        @Override
        public int end() {
            return frame.end();
        }
    }

    CtlFifoRules rules() {
        return rules.get();
    }

    @Override
    public String payload() {
        return "fifo";
    }

    @Override
    public int skip(byte[] bytes, int from, int to) {
        return CtlFifoFrame.skipBlank(bytes, from, to, rules.get());
    }

    @Override
    public @Nullable Lines frame(byte[] bytes, int from, int to) {
        CtlFifoFrame frame = CtlFifoFrame.next(bytes, from, to, rules.get());
        return frame == null ? null : new Lines(frame);
    }

    @Override
    public Lines alone(Lines lines) {
        return new Lines(new CtlFifoFrame(0, lines.end() - lines.start()));
    }

    /// An answer begins with a status, `200 OK`.
    @Override
    public boolean isAnswer(byte[] bytes, Lines lines) {
        int digits = lines.start();
        while (digits < lines.end() && bytes[digits] >= '0' && bytes[digits] <= '9') {
            digits++;
        }
        return digits - lines.start() == STATUS_DIGITS && digits < lines.end() && bytes[digits] == ' ';
    }

    @Override
    public Outcome take(byte[] bytes, Lines lines, int to, Asker asker, ReplyBuffer out, List<Runnable> afterSend) {
        CtlFifoRules now = rules.get();
        int start = out.size();
        CtlFifoRequest request;
        try {
            request = CtlFifoRequest.of(bytes, lines.frame, to, asker.origin(), now);
        } catch (ProtocolError e) {
            counters.requests.increment();
            broken(out, e, asker.trail());
            return Outcome.ANSWERED;
        }
        Outcome outcome = take(request, now, out, afterSend);
        tell(asker, outcome, request, now, bytes, lines.frame, out, start);
        boolean further = outcome instanceof Outcome.Answered && request.usedTo() > lines.end();
        return further ? new Outcome.AnsweredUpTo(request.usedTo()) : outcome;
    }

    /// Tells of a request that was answered, and of its answer.
    ///
    /// @param now the rules it was read by
    /// @param start where the answer begins in `out`
    void tell(
            Asker asker,
            Outcome outcome,
            CtlFifoRequest request,
            CtlFifoRules now,
            byte[] bytes,
            CtlFifoFrame frame,
            ReplyBuffer out,
            int start) {
        Trail trail = asker.trail();
        if (trail != null && !(outcome instanceof Outcome.Later)) {
            CommandSpec meant = dispatch.commands().find(Vocabulary.RPC, request.command());
            CtlTold.lines(
                    trail, request.command(), meant, () -> parameters(request, meant, now, bytes, frame), out, start);
        }
    }

    /// As the command has taken them, be they lines of the next request; for no command those of
    /// this request.
    private static List<@Nullable Octets> parameters(
            CtlFifoRequest request, @Nullable CommandSpec meant, CtlFifoRules now, byte[] bytes, CtlFifoFrame frame)
            throws ProtocolError {
        int to = meant == null ? frame.end() - 1 : request.usedTo();
        CtlFifoRequest again = CtlFifoRequest.of(bytes, frame, to, request.origin(), now);
        if (meant != null) {
            again.bind(meant);
        }
        return TapParameters.of(again.args());
    }

    /// Answers a request that was read, unless its command may wait.
    Outcome take(CtlFifoRequest request, CtlFifoRules now, ReplyBuffer out, List<Runnable> afterSend) {
        counters.requests.increment();
        CommandSpec spec = dispatch.find(Vocabulary.RPC, request.command());
        if (spec == null) {
            counters.faults.increment();
            CtlFifoFault.unknown(out, request.command(), now);
            return Outcome.ANSWERED;
        }
        if (spec.execution() == Execution.BLOCKING) {
            return new Outcome.Later(spec);
        }
        CtlFifoReply reply = new CtlFifoReply(out, now);
        request.bind(spec);
        dispatch.run(spec, request, reply, timer);
        finish(reply, afterSend);
        return Outcome.ANSWERED;
    }

    @Override
    public Answer answer(CommandSpec spec, byte[] request, Lines lines, Asker asker) {
        CtlFifoRules now = rules.get();
        CtlFifoRequest call;
        try {
            call = CtlFifoRequest.of(request, lines.frame, request.length, asker.origin(), now);
        } catch (ProtocolError e) {
            throw new AssertionError("this request was read before", e);
        }
        Answer answer = answer(spec, call, now);
        tell(asker, Outcome.ANSWERED, call, now, request, lines.frame, answer.packet(), 0);
        return answer;
    }

    /// Answers a request that was read and whose command may wait.
    Answer answer(CommandSpec spec, CtlFifoRequest request, CtlFifoRules now) {
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        CtlFifoReply reply = new CtlFifoReply(out, now);
        request.bind(spec);
        dispatch.run(spec, request, reply);
        finish(reply, actions);
        return new Answer(out, actions);
    }

    private void finish(CtlFifoReply reply, List<Runnable> afterSend) {
        reply.finish();
        afterSend.addAll(reply.afterSend());
        counters.answered(reply.isFault(), 0);
    }

    @Override
    public void broken(ReplyBuffer out, ProtocolError error, @Nullable Trail trail) {
        counters.protocolErrors.increment();
        int start = out.size();
        CtlFifoFault.malformed(out, error.getMessage(), rules.get());
        if (trail != null) {
            CtlTold.lines(trail, Trail.UNKNOWN, null, CtlTold.Parameters.NONE, out, start);
        }
    }

    @Override
    public void busy(ReplyBuffer out, Lines lines, CommandSpec spec) {
        busy(out, spec);
    }

    void busy(ReplyBuffer out, CommandSpec spec) {
        counters.faults.increment();
        CtlFifoFault.write(out, 500, BinrpcCalls.BUSY.formatted(spec.name()), rules.get());
    }

    @Override
    public void refused(ReplyBuffer out, Lines lines, Refused refusal) {
        refused(out, refusal);
    }

    void refused(ReplyBuffer out, Refused refusal) {
        CtlFifoFault.write(out, BinrpcCalls.FORBIDDEN, refusal.reason(), rules.get());
    }
}
