package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Execution;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Vocabulary;
import org.wirechief.net.Peer;
import org.wirechief.net.StreamConnection;
import org.wirechief.net.StreamHandler;
import org.wirechief.wire.binrpc.BinrpcFault;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.binrpc.PacketHeader;
import org.wirechief.wire.binrpc.ReplyBuffer;

/// BINRPC on stream connections: back-to-back packets, executed strictly in order, all replies of
/// one wake-up in one write (spec ctl §5, §6).
///
/// Runs on the loop; a blocking command runs beside it and its connection waits, so the buffer
/// that gathers replies is the loop's alone.
final class BinrpcStreams implements StreamHandler {
    /// Replies gathered beyond this leave before the next request runs, so that one wake-up cannot
    /// gather more than the connection's queue may hold.
    private static final int GATHER = 64 * 1024;

    private final Dispatch dispatch;
    private final BinrpcRules rules;
    private final BlockingCalls blocking;
    private final CtlCounters counters;
    private final ReplyBuffer gathered = new ReplyBuffer();
    private final List<Runnable> afterSend = new ArrayList<>();

    BinrpcStreams(Dispatch dispatch, BinrpcRules rules, BlockingCalls blocking, CtlCounters counters) {
        this.dispatch = dispatch;
        this.rules = rules;
        this.blocking = blocking;
        this.counters = counters;
    }

    @Override
    public void opened(StreamConnection connection) {
        Peer peer = connection.peer();
        connection.attach(new Origin("ctl", peer.transport().label(), CtlText.origin(peer), Access.ADMIN));
    }

    @Override
    public int received(StreamConnection connection, byte[] bytes, int from, int to) {
        int at = from;
        try {
            while (at < to && connection.wantsMore()) {
                PacketHeader header = PacketHeader.read(bytes, at, to);
                if (header == null || header.packetLength() > to - at) {
                    break;
                }
                packet(connection, bytes, at, header);
                at += header.packetLength();
                if (gathered.size() >= GATHER) {
                    flush(connection);
                }
            }
        } catch (ProtocolError e) {
            refuse(connection, 0, e);
            at = to;
        } catch (RuntimeException | Error e) {
            // The connection is closed for it, and what it gathered must not reach another.
            gathered.clear();
            afterSend.clear();
            throw e;
        }
        flush(connection);
        return at - from;
    }

    /// Runs one whole packet. A broken one is answered and ends the connection (spec ctl §5).
    private void packet(StreamConnection connection, byte[] bytes, int at, PacketHeader header) {
        if (header.kind() != PacketHeader.Kind.REQUEST) {
            refuse(connection, header.cookie(), new ProtocolError("bad request: corrupted packet"));
            return;
        }
        counters.requests().increment();
        try {
            BinrpcRequest request = BinrpcRequest.of(bytes, at, header, origin(connection), rules);
            CommandSpec spec = dispatch.find(Vocabulary.RPC, request.command());
            if (spec == null) {
                counters.faults().increment();
                BinrpcFault.unknown(gathered, header.cookie(), request.command());
            } else if (spec.execution() == Execution.BLOCKING) {
                beside(connection, spec, bytes, at, header);
            } else {
                BinrpcReply reply = new BinrpcReply(gathered, header.cookie(), rules);
                dispatch.run(spec, request, reply);
                finish(reply, afterSend);
            }
        } catch (ProtocolError e) {
            refuse(connection, header.cookie(), e);
        }
    }

    private void finish(BinrpcReply reply, List<Runnable> actions) {
        reply.finish();
        actions.addAll(reply.afterSend());
        counters.answered(reply.isFault(), reply.widenedIntegers());
    }

    /// The connection parses no further packet until the answer is there, which keeps the order.
    private void beside(StreamConnection connection, CommandSpec spec, byte[] bytes, int at, PacketHeader header) {
        byte[] packet = Arrays.copyOfRange(bytes, at, at + header.packetLength());
        Origin origin = origin(connection);
        connection.pause();
        blocking.run(
                spec.name(),
                () -> answer(spec, packet, header, origin),
                answer -> {
                    connection.send(answer.packet().bytes(), 0, answer.packet().size());
                    answer.afterSend().forEach(connection::whenSent);
                    connection.resume();
                },
                connection::close);
    }

    private BlockingCalls.Answer answer(CommandSpec spec, byte[] packet, PacketHeader header, Origin origin) {
        ReplyBuffer out = new ReplyBuffer();
        List<Runnable> actions = new ArrayList<>();
        try {
            BinrpcRequest request = BinrpcRequest.of(packet, 0, header, origin, rules);
            BinrpcReply reply = new BinrpcReply(out, header.cookie(), rules);
            dispatch.run(spec, request, reply);
            finish(reply, actions);
        } catch (ProtocolError e) {
            throw new AssertionError("the loop has read this packet's method already", e);
        }
        return new BlockingCalls.Answer(out, actions);
    }

    private void refuse(StreamConnection connection, int cookie, ProtocolError error) {
        counters.protocolErrors().increment();
        BinrpcFault.write(gathered, cookie, 400, error.getMessage());
        flush(connection);
        connection.closeWhenSent();
    }

    private void flush(StreamConnection connection) {
        if (gathered.size() > 0) {
            connection.send(gathered.bytes(), 0, gathered.size());
            gathered.clear();
        }
        afterSend.forEach(connection::whenSent);
        afterSend.clear();
    }

    private static Origin origin(StreamConnection connection) {
        if (connection.attachment() instanceof Origin origin) {
            return origin;
        }
        throw new IllegalStateException("no origin was attached when the connection was opened");
    }
}
