package org.wirechief.endpoint.midatagram;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.mi.MiExchange;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.DatagramAskers;
import org.wirechief.endpoint.trace.Trails;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;
import org.wirechief.wire.ReplyBuffer;

/// One reader's way with datagrams: a request each, answered by one datagram (spec mi-text §2, §3).
///
/// What is an answer, and what comes from this server itself, is counted and never answered, so
/// that two servers cannot keep each other busy.
final class MiDatagrams implements DatagramHandler {
    private final Supplier<MiExchange> exchanges;
    private final MiExchange exchange;
    private final CommandTimer timer;
    private final Supplier<MiDatagramParameters> parameters;
    private final MiDatagramStatistics counters;
    private final BoundedCalls blocking;
    private final DatagramAskers askers;
    private final Predicate<DatagramPeer> own;
    private final Consumer<? super Throwable> failed;

    /// @param exchange of this reader
    /// @param timer of it
    /// @param exchanges makes one for each command that waits
    /// @param trails where requests are told; null for nowhere
    /// @param own whether a peer is one of this server's sockets
    /// @param failed is told why the reader has ended, when it was not closed
    MiDatagrams(
            MiExchange exchange,
            CommandTimer timer,
            Supplier<MiExchange> exchanges,
            Supplier<MiDatagramParameters> parameters,
            MiDatagramStatistics counters,
            BoundedCalls blocking,
            @Nullable Trails trails,
            Predicate<DatagramPeer> own,
            Consumer<? super Throwable> failed) {
        this.exchanges = exchanges;
        this.exchange = exchange;
        this.timer = timer;
        this.parameters = parameters;
        this.counters = counters;
        this.blocking = blocking;
        this.askers = new DatagramAskers(MiDatagramStatistics.GROUP, trails);
        this.own = own;
        this.failed = failed;
    }

    @Override
    public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        if (from == to || !isRequest(peer, bytes, from, to)) {
            return;
        }
        timer.begin();
        switch (admission(peer)) {
            case Admission.Admitted(var level) -> {
                Asker asker = askers.of(peer, level);
                switch (exchange.answer(bytes, from, to, asker, false)) {
                    case MiExchange.Outcome.Answered _ -> send(peer, exchange, replies);
                    case MiExchange.Outcome.Waits(var spec) ->
                        beside(spec, Arrays.copyOfRange(bytes, from, to), asker, peer, replies);
                }
            }
            case Admission.Refused refused -> refused(refused, peer, replies);
        }
    }

    @Override
    public void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        if (!isRequest(peer, bytes, from, to)) {
            return;
        }
        switch (admission(peer)) {
            case Admission.Admitted _ -> {
                exchange.tooLong(to - from);
                send(peer, exchange, replies);
            }
            case Admission.Refused refused -> refused(refused, peer, replies);
        }
    }

    @Override
    public void handled() {
        timer.end();
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }

    private boolean isRequest(DatagramPeer peer, byte[] bytes, int from, int to) {
        if (own.test(peer)) {
            counters.own().increment();
            return false;
        }
        if (exchange.isReply(bytes, from, to)) {
            counters.stray().increment();
            return false;
        }
        return true;
    }

    private Admission admission(DatagramPeer peer) {
        return DatagramCallers.admission(parameters.get().access(), peer);
    }

    /// Not always: the address may be forged.
    private void refused(Admission.Refused refused, DatagramPeer peer, DatagramReplies replies) {
        if (counters.refusals()
                .answers(MiDatagramStatistics.GROUP, peer.transport().label(), refused)) {
            exchange.forbid(refused);
            send(peer, exchange, replies);
        }
    }

    private void beside(CommandSpec spec, byte[] request, Asker asker, DatagramPeer peer, DatagramReplies replies) {
        boolean runs = blocking.run(
                spec.name(),
                () -> {
                    MiExchange one = exchanges.get();
                    var _ = one.answer(request, 0, request.length, asker, true);
                    return one;
                },
                one -> send(peer, one, replies));
        if (!runs) {
            exchange.busy(spec);
            send(peer, exchange, replies);
        }
    }

    private static void send(DatagramPeer peer, MiExchange answered, DatagramReplies replies) {
        ReplyBuffer datagram = answered.datagram();
        if (datagram.size() > 0) {
            replies.send(peer, datagram.bytes(), 0, datagram.size());
        }
        if (!answered.afterSend().isEmpty()) {
            replies.flush();
            answered.afterSend().forEach(Runnable::run);
        }
    }
}
