package org.wirechief.endpoint.mififo;

import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.Origin;
import org.wirechief.core.Tap;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.mi.MiExchange;
import org.wirechief.endpoint.mi.MiJsonExchange;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.net.FifoHandler;
import org.wirechief.net.FifoReplies;
import org.wirechief.net.FifoRequest;
import org.wirechief.net.LogLimit;
import org.wirechief.net.ReplyFifo;
import org.wirechief.net.ReplyPath;
import org.wirechief.net.Transport;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.jsonrpc.FifoFinding;
import org.wirechief.wire.jsonrpc.FifoRequests;
import org.wirechief.wire.jsonrpc.JsonRpcServer;

/// The road of a request (spec mi-json §7): it runs once the reply FIFO it names is open; one that
/// names none runs at once and its answer goes nowhere. Runs on the FIFO's thread.
final class MiFifoDoor implements FifoHandler {
    private static final Logger LOG = System.getLogger(MiFifoDoor.class.getName());

    private final Supplier<MiJsonExchange> exchanges;
    private final MiJsonExchange exchange;
    private final CommandTimer timer;
    private final MiFifoParameters parameters;
    private final MiFifoStatistics counters;
    private final BoundedCalls blocking;
    private final Consumer<? super Throwable> failed;
    private final FifoRequests requests = new FifoRequests();
    private final LogLimit badNames = new LogLimit();
    private final LogLimit otherLanguage = new LogLimit();
    private final Asker asker;
    /// Who names no reply FIFO.
    private final Asker unanswered;

    /// @param exchange of the FIFO's thread
    /// @param timer of it
    /// @param exchanges makes one for each command that waits
    /// @param tracing how requests are told; null when they are not
    /// @param failed is told why the thread has ended, when it was not closed
    MiFifoDoor(
            MiJsonExchange exchange,
            CommandTimer timer,
            Supplier<MiJsonExchange> exchanges,
            MiFifoParameters parameters,
            MiFifoStatistics counters,
            BoundedCalls blocking,
            @Nullable Tracing tracing,
            Consumer<? super Throwable> failed) {
        this.exchanges = exchanges;
        this.exchange = exchange;
        this.timer = timer;
        this.parameters = parameters;
        this.counters = counters;
        this.blocking = blocking;
        this.failed = failed;
        Origin origin = new Origin(
                MiFifoStatistics.GROUP,
                Transport.FIFO.label(),
                "a writer of " + parameters.fifo().name(),
                parameters.access());
        this.asker = new Asker(origin, trail(tracing, true));
        this.unanswered = new Asker(origin, trail(tracing, false));
    }

    private static @Nullable Trail trail(@Nullable Tracing tracing, boolean isAnswered) {
        return tracing == null ? null : new Trail(tracing, Tap.Ends.local(Tap.Ends.TCP), isAnswered);
    }

    @Override
    public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
        int at = from;
        while (true) {
            FifoFinding found = requests.next(bytes, at, fresh, to);
            at = found.end();
            switch (found) {
                case FifoFinding.Request request -> replies.alone(() -> request(request, bytes, replies));
                case FifoFinding.Unreadable broken -> replies.alone(() -> refuse(broken, bytes, replies));
                case FifoFinding.Garbage _ -> counters.garbage().increment();
                case FifoFinding.Abandoned _ -> counters.abandoned().increment();
                case FifoFinding.Incomplete _ -> {
                    return at - from;
                }
            }
        }
    }

    private void refuse(FifoFinding.Unreadable broken, byte[] bytes, FifoReplies replies) {
        if (!isOfLines(bytes, broken.nameFrom() - 1, broken.end())) {
            byte[] name = Arrays.copyOfRange(bytes, broken.nameFrom(), broken.nameTo());
            refuse(name, patiently(replies, 0), exchange::unreadable);
        }
    }

    /// Whether a request is of the language before JSON, which the operator is told then. There the
    /// first name is the command; where a FIFO is called so, somebody waits at it for an answer.
    private boolean isOfLines(byte[] bytes, int from, int to) {
        String command = FifoRequests.commandOfLines(bytes, from, to);
        if (command == null || Files.exists(Path.of(parameters.replyDir(), command), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        counters.garbage().increment();
        otherLanguage.warn(
                LOG,
                () -> parameters.fifo() + ": a request was not run, for :" + command
                        + ": begins one in lines of text, as opensipsctl and kamctl write them; this FIFO speaks"
                        + " JSON-RPC, as clients of OpenSIPS 3 do: call with opensips-cli, or let the other client"
                        + " call mi_datagram or a FIFO of ctl, which speak such text");
        return true;
    }

    /// Who still waits after that time reads already; whoever opens the FIFO later is another.
    @Override
    public void expired(byte[] bytes, int from, int to, FifoReplies replies) {
        if (!isOfLines(bytes, from, to)) {
            replies.alone(() -> refuse(FifoRequests.nameOf(bytes, from, to), replies::openNow, exchange::unreadable));
        }
    }

    @Override
    public void tooLong(byte[] bytes, int from, int to, FifoReplies replies) {
        replies.alone(() -> refuse(
                FifoRequests.nameOf(bytes, from, to),
                patiently(replies, 0),
                () -> exchange.tooLong(parameters.limits().maxRequest())));
    }

    /// Tells whoever waits at the reply FIFO, if its name came, that its request will not run.
    private void refuse(byte @Nullable [] name, BiConsumer<ReplyPath, FifoRequest> opening, Runnable answer) {
        if (name != null) {
            open(name, opening, reply -> {
                answer.run();
                send(reply, exchange);
            });
        }
    }

    /// Opens reply FIFOs as soon as somebody reads them.
    private static BiConsumer<ReplyPath, FifoRequest> patiently(FifoReplies replies, int bytes) {
        return (path, work) -> replies.open(path, bytes, work);
    }

    @Override
    public int resync(byte[] bytes, int from, int to) {
        int next = FifoRequests.resync(bytes, from, to);
        return next == to ? -1 : next;
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }

    /// What it asks was read when it was found. It runs later, and others come between.
    private void request(FifoFinding.Request request, byte[] bytes, FifoReplies replies) {
        JsonValue text = requests.text();
        if (JsonRpcServer.isReply(text)) {
            counters.stray().increment();
            return;
        }
        byte[] name = Arrays.copyOfRange(bytes, request.nameFrom(), request.nameTo());
        Asker from = name.length == 0 ? unanswered : asker;
        open(name, patiently(replies, text.weight()), reply -> run(text, from, reply));
    }

    private void open(byte[] name, BiConsumer<ReplyPath, FifoRequest> opening, FifoRequest work) {
        if (name.length == 0) {
            work.run((answer, from, to, afterSend) -> afterSend.run());
            return;
        }
        ReplyPath path = ReplyPath.of(parameters.replyDir(), name);
        if (ReplyName.isAllowed(name, path)) {
            opening.accept(path, work);
        } else {
            counters.badNames().increment();
            badNames.warn(LOG, () -> ReplyName.warning(parameters.fifo(), path));
        }
    }

    @Override
    public void handled() {
        timer.end();
    }

    private void run(JsonValue text, Asker from, ReplyFifo reply) {
        timer.begin();
        switch (exchange.answer(text, from, false)) {
            case MiExchange.Outcome.Answered _ -> send(reply, exchange);
            case MiExchange.Outcome.Waits(var spec) -> beside(spec, text, from, reply);
        }
    }

    private void beside(CommandSpec spec, JsonValue text, Asker from, ReplyFifo reply) {
        if (!blocking.run(spec.name(), () -> answered(text, from, reply), one -> send(reply, one))) {
            exchange.busy(spec);
            send(reply, exchange);
        }
    }

    /// Whatever happens, the reply FIFO is closed.
    private MiJsonExchange answered(JsonValue text, Asker from, ReplyFifo reply) {
        try {
            MiJsonExchange one = exchanges.get();
            var _ = one.answer(text, from, true);
            return one;
        } catch (RuntimeException | Error e) {
            reply.answer(new byte[0], 0, 0, () -> {});
            throw e;
        }
    }

    private static void send(ReplyFifo reply, MiJsonExchange answered) {
        ReplyBuffer answer = answered.datagram();
        List<Runnable> afterSend = answered.afterSend();
        reply.answer(answer.bytes(), 0, answer.size(), () -> afterSend.forEach(Runnable::run));
    }
}
