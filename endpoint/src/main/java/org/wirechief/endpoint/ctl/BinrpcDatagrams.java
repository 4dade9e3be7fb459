package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.DatagramCallers;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.calls.BoundedCalls;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.PacketHeader;

/// BINRPC in datagrams: one packet in each, whatever follows it is ignored (spec ctl §5, §6).
///
/// Runs on its socket's thread, whose buffer gathers the reply. What is no whole packet, what is no
/// request, and what comes from this server itself is counted and never answered, so that two
/// servers cannot keep each other busy.
final class BinrpcDatagrams implements DatagramHandler {
    private final BinrpcCalls calls;
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BoundedCalls blocking;
    private final CtlCounters counters;
    private final Predicate<DatagramPeer> own;
    private final Consumer<? super Throwable> failed;
    private final int longestDatagram;
    private final ReplyBuffer out = new ReplyBuffer();
    private final List<Runnable> afterSend = new ArrayList<>();

    /// @param own whether a peer is one of this server's sockets
    /// @param failed is told why the socket's thread has ended, when it was not closed
    /// @param longestDatagram bytes; a longer reply goes on in further datagrams
    BinrpcDatagrams(
            BinrpcCalls calls,
            Supplier<AccessPolicy> policy,
            Refusals refusals,
            BlockingCalls blocking,
            CtlCounters counters,
            Predicate<DatagramPeer> own,
            Consumer<? super Throwable> failed,
            int longestDatagram) {
        this.calls = calls;
        this.policy = policy;
        this.refusals = refusals;
        this.blocking = new BoundedCalls(blocking, BoundedCalls.USUAL);
        this.counters = counters;
        this.own = own;
        this.failed = failed;
        this.longestDatagram = longestDatagram;
    }

    @Override
    public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        out.clear();
        afterSend.clear();
        if (own.test(peer)) {
            counters.ownDatagrams.increment();
            return;
        }
        switch (DatagramCallers.admission(policy.get(), peer)) {
            case Admission.Admitted(var level) ->
                admitted(DatagramCallers.origin("ctl", peer, level), peer, bytes, from, to, replies);
            case Admission.Refused refused -> refused(refused, peer, bytes, from, to, replies);
        }
    }

    @Override
    public void failed(Throwable cause) {
        failed.accept(cause);
    }

    /// Only a request is answered, and that not always: the address may be forged.
    private void refused(
            Admission.Refused refused, DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        try {
            PacketHeader header = whole(bytes, from, to);
            if (header != null
                    && header.kind() == PacketHeader.Kind.REQUEST
                    && refusals.answers("ctl", peer.transport().label(), refused)) {
                calls.refused(out, header, refused);
                send(peer, out, replies);
            }
        } catch (ProtocolError e) {
            counters.protocolErrors.increment();
        }
    }

    private void admitted(Origin origin, DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        try {
            PacketHeader header = whole(bytes, from, to);
            if (header == null) {
                counters.incompleteDatagrams.increment();
                return;
            }
            if (header.kind() != PacketHeader.Kind.REQUEST) {
                counters.strayReplies.increment();
                return;
            }
            switch (calls.take(bytes, from, header, origin, out, afterSend)) {
                case BinrpcCalls.Outcome.Answered _ -> {}
                case BinrpcCalls.Outcome.Broken _ -> {}
                case BinrpcCalls.Outcome.Later(var spec) ->
                    beside(
                            spec,
                            Arrays.copyOfRange(bytes, from, from + header.packetLength()),
                            header,
                            origin,
                            peer,
                            replies);
            }
        } catch (ProtocolError e) {
            calls.broken(out, 0, e);
        }
        send(peer, out, replies);
        afterSend.forEach(Runnable::run);
    }

    private static @Nullable PacketHeader whole(byte[] bytes, int from, int to) throws ProtocolError {
        PacketHeader header = PacketHeader.read(bytes, from, to);
        return header == null || header.packetLength() > to - from ? null : header;
    }

    private void beside(
            CommandSpec spec,
            byte[] packet,
            PacketHeader header,
            Origin origin,
            DatagramPeer peer,
            DatagramReplies replies) {
        boolean runs = blocking.run(spec.name(), () -> calls.answer(spec, packet, header, origin), answer -> {
            send(peer, answer.packet(), replies);
            answer.afterSend().forEach(Runnable::run);
        });
        if (!runs) {
            calls.busy(out, header, spec);
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
