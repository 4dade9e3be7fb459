package org.wirechief.endpoint.ctl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.net.Peer;
import org.wirechief.net.StreamConnection;
import org.wirechief.net.StreamHandler;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.PacketHeader;

/// BINRPC on stream connections: back-to-back packets, executed strictly in order, all replies of
/// one wake-up in one write (spec ctl §6).
///
/// Runs on the loop; a blocking command runs beside it and its connection waits, so the buffer
/// that gathers replies is the loop's alone.
final class BinrpcStreams implements StreamHandler {
    /// Replies gathered beyond this leave before the next request runs, so that one wake-up cannot
    /// gather more than the connection's queue may hold.
    private static final int GATHER = 64 * 1024;

    private final BinrpcCalls calls;
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BlockingCalls blocking;
    private final Executor loop;
    private final ReplyBuffer gathered = new ReplyBuffer();
    private final List<Runnable> afterSend = new ArrayList<>();

    BinrpcStreams(
            BinrpcCalls calls,
            Supplier<AccessPolicy> policy,
            Refusals refusals,
            BlockingCalls blocking,
            Executor loop) {
        this.calls = calls;
        this.policy = policy;
        this.refusals = refusals;
        this.blocking = blocking;
        this.loop = loop;
    }

    @Override
    public void opened(StreamConnection connection) {
        Peer peer = connection.peer();
        AccessPolicy now = policy.get();
        Admission admission = peer.inet() == null ? now.of(CtlText.unixCaller(peer)) : now.of(peer.inet());
        connection.attach(
                switch (admission) {
                    case Admission.Admitted(var level) ->
                        new Origin("ctl", peer.transport().label(), CtlText.origin(peer), level);
                    case Admission.Refused refused -> refused;
                });
    }

    @Override
    public int received(StreamConnection connection, byte[] bytes, int from, int to) {
        int at = from;
        boolean done = false;
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
            flush(connection);
            done = true;
        } catch (ProtocolError e) {
            calls.broken(gathered, 0, e);
            end(connection);
            done = true;
            at = to;
        } finally {
            if (!done) {
                // nothing of this connection may reach the next one
                gathered.clear();
                afterSend.clear();
            }
        }
        return at - from;
    }

    private void packet(StreamConnection connection, byte[] bytes, int at, PacketHeader header) throws ProtocolError {
        switch (connection.attachment()) {
            case Origin origin
            when header.kind() == PacketHeader.Kind.REQUEST -> request(connection, bytes, at, header, origin);
            case Origin _ -> {
                calls.broken(gathered, header.cookie(), PacketHeader.corrupted());
                end(connection);
            }
            case Admission.Refused refused -> {
                if (refusals.answers("ctl", connection.peer().transport().label(), refused)) {
                    calls.refused(gathered, header, refused);
                }
                end(connection);
            }
            case null, default -> throw new IllegalStateException("nothing was attached when it was opened");
        }
    }

    private void request(StreamConnection connection, byte[] bytes, int at, PacketHeader header, Origin origin) {
        switch (calls.take(bytes, at, header, origin, gathered, afterSend)) {
            case BinrpcCalls.Outcome.Answered _ -> {}
            case BinrpcCalls.Outcome.Broken _ -> end(connection);
            case BinrpcCalls.Outcome.Later(var spec) -> {
                byte[] packet = Arrays.copyOfRange(bytes, at, at + header.packetLength());
                beside(connection, spec, packet, header, origin);
            }
        }
    }

    /// The connection parses no further packet until the answer is there, which keeps the order.
    private void beside(
            StreamConnection connection, CommandSpec spec, byte[] packet, PacketHeader header, Origin origin) {
        connection.pause();
        blocking.run(
                spec.name(),
                () -> calls.answer(spec, packet, header, origin),
                loop,
                answer -> {
                    connection.send(answer.packet().bytes(), 0, answer.packet().size());
                    answer.afterSend().forEach(connection::whenSent);
                    connection.resume();
                },
                connection::close);
    }

    /// A protocol error is answered and ends the connection (spec ctl §5).
    private void end(StreamConnection connection) {
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
}
