package org.wirechief.endpoint.ctl;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.access.UnixCaller;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.net.FifoHandler;
import org.wirechief.net.FifoReplies;
import org.wirechief.net.FifoRequest;
import org.wirechief.net.ReplyFifo;
import org.wirechief.net.ReplyPath;
import org.wirechief.net.Transport;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.ctlfifo.CtlFifoFrame;
import org.wirechief.wire.ctlfifo.CtlFifoRequest;
import org.wirechief.wire.ctlfifo.CtlFifoRules;

/// The line protocol on a FIFO (spec ctl §10): a request runs once the reply FIFO it names is open;
/// one that names none runs at once and its answer goes nowhere. Runs on the FIFO's thread.
///
/// Nobody can tell who writes to a FIFO, so its mode decides who may call.
final class PipeDoor implements FifoHandler {
    /// Given by the protocol; clients make their reply FIFOs there.
    private static final String REPLY_DIRECTORY = "/tmp/";

    private static final Logger LOG = System.getLogger(PipeDoor.class.getName());

    private final FifoCalls calls;
    private final CommandTimer timer;
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BoundedCalls blocking;
    private final CtlCounters counters;
    private final Consumer<? super Throwable> failed;
    private final String path;
    private final @Nullable Tracing tracing;
    private final ReplyBuffer out = new ReplyBuffer();

    /// @param timer of the FIFO's thread
    /// @param failed is told why the thread has ended, when it was not closed
    /// @param path of the FIFO, for logs
    PipeDoor(
            FifoCalls calls,
            CommandTimer timer,
            Supplier<AccessPolicy> policy,
            Refusals refusals,
            BlockingCalls blocking,
            CtlCounters counters,
            Consumer<? super Throwable> failed,
            String path,
            @Nullable Tracing tracing) {
        this.calls = calls;
        this.timer = timer;
        this.policy = policy;
        this.refusals = refusals;
        this.blocking = new BoundedCalls(blocking, BoundedCalls.USUAL);
        this.counters = counters;
        this.failed = failed;
        this.path = path;
        this.tracing = tracing;
    }

    @Override
    public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
        int at = from;
        if (fresh > from && isWholeRequest(bytes, fresh, to)) {
            // who wrote the half before it has not come back
            counters.abandonedRequests.increment();
            at = fresh;
        }
        while (at < to) {
            at = calls.skip(bytes, at, to);
            FifoCalls.Lines lines = calls.frame(bytes, at, to);
            if (lines == null) {
                break;
            }
            replies.alone(() -> request(Arrays.copyOfRange(bytes, lines.start(), lines.end()), replies));
            at = lines.end();
        }
        return at - from;
    }

    @Override
    public int resync(byte[] bytes, int from, int to) {
        return CtlFifoFrame.endOfBlankLine(bytes, from, to);
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }

    private boolean isWholeRequest(byte[] bytes, int from, int to) {
        CtlFifoFrame frame = CtlFifoFrame.next(bytes, from, to, calls.rules());
        if (frame == null || frame.start() != from) {
            return false;
        }
        try {
            CtlFifoRequest.of(bytes, frame, to, nobody(), calls.rules());
            return true;
        } catch (ProtocolError e) {
            return false;
        }
    }

    private void request(byte[] bytes, FifoReplies replies) {
        CtlFifoRules now = calls.rules();
        try {
            CtlFifoFrame alone = new CtlFifoFrame(0, bytes.length);
            UnixCaller unknown = null;
            switch (policy.get().of(unknown)) {
                case Admission.Admitted(var level) -> {
                    Origin origin = new Origin("ctl", Transport.FIFO.label(), "a writer of " + path, level);
                    CtlFifoRequest request = CtlFifoRequest.of(bytes, alone, bytes.length, origin, now);
                    open(
                            request,
                            bytes.length,
                            replies,
                            reply -> run(bytes, request, asker(origin, request), now, reply));
                }
                case Admission.Refused refused -> {
                    CtlFifoRequest request = CtlFifoRequest.of(bytes, alone, bytes.length, nobody(), now);
                    open(request, bytes.length, replies, reply -> refuse(refused, reply));
                }
            }
        } catch (ProtocolError e) {
            // the name of the reply FIFO cannot be trusted either
            counters.requests.increment();
            counters.protocolErrors.increment();
            LOG.log(Level.DEBUG, "{0}: {1}", path, e.getMessage());
            tellUnreadable();
        }
    }

    private static void open(CtlFifoRequest request, int bytes, FifoReplies replies, FifoRequest work) {
        if (request.replyName().isEmpty()) {
            work.run((answer, from, to, afterSend) -> afterSend.run());
        } else {
            replies.open(ReplyPath.of(REPLY_DIRECTORY, request.replyName().toByteArray()), bytes, work);
        }
    }

    private Asker asker(Origin origin, CtlFifoRequest request) {
        boolean isAnswered = !request.replyName().isEmpty();
        return new Asker(origin, tracing == null ? null : trail(tracing, isAnswered));
    }

    @Override
    public void handled() {
        timer.end();
    }

    private void run(byte[] bytes, CtlFifoRequest request, Asker asker, CtlFifoRules now, ReplyFifo reply) {
        out.clear();
        List<Runnable> afterSend = new ArrayList<>();
        timer.begin();
        Language.Outcome outcome = calls.take(request, now, out, afterSend);
        tell(asker, outcome, request, now, bytes, out);
        if (outcome instanceof Language.Outcome.Later(var spec)) {
            boolean runs = blocking.run(
                    spec.name(),
                    () -> answer(spec, bytes, request, asker, now, reply),
                    answer -> send(reply, answer.packet(), answer.afterSend()));
            if (runs) {
                return;
            }
            calls.busy(out, spec);
        }
        send(reply, out, afterSend);
    }

    /// Whatever happens, the reply FIFO is closed.
    private Language.Answer answer(
            CommandSpec spec, byte[] bytes, CtlFifoRequest request, Asker asker, CtlFifoRules now, ReplyFifo reply) {
        try {
            Language.Answer answer = calls.answer(spec, request, now);
            tell(asker, Language.Outcome.ANSWERED, request, now, bytes, answer.packet());
            return answer;
        } catch (RuntimeException | Error e) {
            send(reply, new ReplyBuffer(), List.of());
            throw e;
        }
    }

    private void tell(
            Asker asker,
            Language.Outcome outcome,
            CtlFifoRequest request,
            CtlFifoRules now,
            byte[] bytes,
            ReplyBuffer answer) {
        calls.tell(asker, outcome, request, now, bytes, new CtlFifoFrame(0, bytes.length), answer, 0);
    }

    /// Of what is not answered either.
    private void tellUnreadable() {
        UnixCaller unknown = null;
        if (tracing != null && policy.get().of(unknown) instanceof Admission.Admitted) {
            CtlTold.lines(trail(tracing, false), Trail.UNKNOWN, null, CtlTold.Parameters.NONE, new ReplyBuffer(), 0);
        }
    }

    private static Trail trail(Tracing tracing, boolean isAnswered) {
        return new Trail(tracing, Tap.Ends.local(Tap.Ends.TCP), isAnswered);
    }

    private void refuse(Admission.Refused refused, ReplyFifo reply) {
        out.clear();
        if (refusals.answers("ctl", Transport.FIFO.label(), refused)) {
            calls.refused(out, refused);
        }
        send(reply, out, List.of());
    }

    private static void send(ReplyFifo reply, ReplyBuffer answer, List<Runnable> afterSend) {
        reply.answer(answer.bytes(), 0, answer.size(), () -> afterSend.forEach(Runnable::run));
    }

    private static Origin nobody() {
        return new Origin("ctl", Transport.FIFO.label(), "", Access.READ);
    }
}
