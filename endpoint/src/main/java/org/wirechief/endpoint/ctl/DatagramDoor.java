package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.DatagramAskers;
import org.wirechief.endpoint.trace.Trails;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;
import org.wirechief.wire.ReplyBuffer;

/// A language in datagrams: one request in each, whatever follows it is ignored (spec ctl §5, §6).
///
/// Runs on its socket's thread, whose buffer gathers the reply. What is no whole request, what is
/// an answer, and what comes from this server itself is counted and never answered, so that two
/// servers cannot keep each other busy.
final class DatagramDoor<F extends Frame> implements DatagramHandler {
    private final Language<F> language;
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BoundedCalls blocking;
    private final CtlCounters counters;
    private final DatagramAskers askers;
    private final Predicate<DatagramPeer> own;
    private final Consumer<? super Throwable> failed;
    private final int longestDatagram;
    private final CommandTimer timer;
    private final ReplyBuffer out = new ReplyBuffer();
    private final List<Runnable> afterSend = new ArrayList<>();

    /// @param trails where requests are told; null for nowhere
    /// @param own whether a peer is one of this server's sockets
    /// @param failed is told why the socket's thread has ended, when it was not closed
    /// @param longestDatagram bytes; a longer reply goes on in further datagrams
    /// @param timer of the socket's thread
    DatagramDoor(
            Language<F> language,
            Supplier<AccessPolicy> policy,
            Refusals refusals,
            BlockingCalls blocking,
            CtlCounters counters,
            @Nullable Trails trails,
            Predicate<DatagramPeer> own,
            Consumer<? super Throwable> failed,
            int longestDatagram,
            CommandTimer timer) {
        this.language = language;
        this.policy = policy;
        this.refusals = refusals;
        this.blocking = new BoundedCalls(blocking, BoundedCalls.USUAL);
        this.counters = counters;
        this.askers = new DatagramAskers("ctl", trails);
        this.own = own;
        this.failed = failed;
        this.longestDatagram = longestDatagram;
        this.timer = timer;
    }

    @Override
    public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        out.clear();
        afterSend.clear();
        timer.begin();
        if (own.test(peer)) {
            counters.ownDatagrams.increment();
            return;
        }
        switch (DatagramCallers.admission(policy.get(), peer)) {
            case Admission.Admitted(var level) -> admitted(askers.of(peer, level), peer, bytes, from, to, replies);
            case Admission.Refused refused -> refused(refused, peer, bytes, from, to, replies);
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

    /// Only a request is answered, and that not always: the address may be forged.
    private void refused(
            Admission.Refused refused, DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        try {
            F frame = language.frame(bytes, from, to);
            if (frame != null
                    && !language.isAnswer(bytes, frame)
                    && refusals.answers("ctl", peer.transport().label(), refused)) {
                language.refused(out, frame, refused);
                send(peer, out, replies);
            }
        } catch (ProtocolError e) {
            counters.protocolErrors.increment();
        }
    }

    private void admitted(Asker asker, DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        try {
            F frame = language.frame(bytes, from, to);
            if (frame == null) {
                counters.incompleteDatagrams.increment();
                return;
            }
            if (language.isAnswer(bytes, frame)) {
                counters.strayReplies.increment();
                return;
            }
            switch (language.take(bytes, frame, to, asker, out, afterSend)) {
                case Language.Outcome.Answered _, Language.Outcome.AnsweredUpTo _, Language.Outcome.Broken _ -> {}
                case Language.Outcome.Later(var spec) ->
                    beside(spec, Arrays.copyOfRange(bytes, frame.start(), frame.end()), frame, asker, peer, replies);
            }
        } catch (ProtocolError e) {
            language.broken(out, e, asker.trail());
        }
        send(peer, out, replies);
        if (!afterSend.isEmpty()) {
            replies.flush();
            afterSend.forEach(Runnable::run);
        }
    }

    private void beside(
            CommandSpec spec, byte[] request, F frame, Asker asker, DatagramPeer peer, DatagramReplies replies) {
        F alone = language.alone(frame);
        boolean runs = blocking.run(spec.name(), () -> language.answer(spec, request, alone, asker), answer -> {
            send(peer, answer.packet(), replies);
            answer.afterSend().forEach(Runnable::run);
        });
        if (!runs) {
            language.busy(out, frame, spec);
        }
    }

    /// In one datagram when it fits, else in as few as it takes; only the first has the header
    /// (spec ctl §7.6).
    private void send(DatagramPeer peer, ReplyBuffer packet, DatagramReplies replies) {
        for (int at = 0; at < packet.size(); at += longestDatagram) {
            replies.send(peer, packet.bytes(), at, Math.min(packet.size(), at + longestDatagram));
        }
    }
}
