package org.wirechief.endpoint.ctl;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.CommandTimer;
import org.wirechief.core.ProtocolError;
import org.wirechief.endpoint.access.AccessPolicy;
import org.wirechief.endpoint.access.Admission;
import org.wirechief.endpoint.access.Refusals;
import org.wirechief.endpoint.access.UnixCaller;
import org.wirechief.endpoint.calls.BlockingCalls;
import org.wirechief.endpoint.trace.Asker;
import org.wirechief.endpoint.trace.DoorEnds;
import org.wirechief.endpoint.trace.Tracing;
import org.wirechief.endpoint.trace.Trail;
import org.wirechief.net.Peer;
import org.wirechief.net.StreamConnection;
import org.wirechief.net.StreamHandler;
import org.wirechief.wire.ReplyBuffer;

/// A language on stream connections: requests back to back, executed strictly in order, all replies
/// of one wake-up in one write (spec ctl §6).
///
/// Runs on the loop; a blocking command runs beside it and its connection waits, so the buffer
/// that gathers replies is the loop's alone.
final class StreamDoor<F extends Frame> implements StreamHandler {
    /// Replies gathered beyond this leave before the next request runs, so that one wake-up cannot
    /// gather more than the connection's queue may hold.
    private static final int GATHER = 64 * 1024;

    private final Language<F> language;
    private final Supplier<AccessPolicy> policy;
    private final Refusals refusals;
    private final BlockingCalls blocking;
    private final BlockingCalls names = BlockingCalls.outsideJava();
    private final Executor loop;
    private final CommandTimer timer;
    private final @Nullable Tracing tracing;
    private final ReplyBuffer gathered = new ReplyBuffer();
    private final List<Runnable> afterSend = new ArrayList<>();

    StreamDoor(
            Language<F> language,
            Supplier<AccessPolicy> policy,
            Refusals refusals,
            BlockingCalls blocking,
            Executor loop,
            CommandTimer timer,
            @Nullable Tracing tracing) {
        this.language = language;
        this.policy = policy;
        this.refusals = refusals;
        this.blocking = blocking;
        this.loop = loop;
        this.timer = timer;
        this.tracing = tracing;
    }

    @Override
    public void opened(StreamConnection connection) {
        InetAddress from = connection.peer().inet();
        AccessPolicy now = policy.get();
        if (from != null) {
            judged(connection, now.of(from));
        } else if (now.tellsUsersApart()) {
            lookUp(connection, now);
        } else {
            judged(connection, now.of((UnixCaller) null));
        }
    }

    /// Beside the loop: a directory service that is slow to name a user holds up nobody else.
    private void lookUp(StreamConnection connection, AccessPolicy now) {
        connection.pause();
        names.run(
                "a caller's name",
                () -> now.of(CtlText.unixCaller(connection)),
                loop,
                admission -> {
                    judged(connection, admission);
                    connection.resume();
                },
                connection::close);
    }

    private void judged(StreamConnection connection, Admission admission) {
        connection.attach(
                switch (admission) {
                    case Admission.Admitted(var level) ->
                        new Asker(CtlText.origin(connection, level), trail(connection));
                    case Admission.Refused refused -> refused;
                });
    }

    private @Nullable Trail trail(StreamConnection connection) {
        if (tracing == null) {
            return null;
        }
        Peer peer = connection.peer();
        return new Trail(tracing, DoorEnds.of(connection.local()).with(peer.inet(), peer.port()), true);
    }

    @Override
    public int received(StreamConnection connection, byte[] bytes, int from, int to) {
        int at = from;
        int requests = 0;
        boolean done = false;
        timer.begin();
        try {
            while (at < to && connection.wantsMore()) {
                at = language.skip(bytes, at, to);
                F frame = language.frame(bytes, at, to);
                if (frame == null) {
                    break;
                }
                at = taken(connection, bytes, frame, to);
                requests++;
                if (gathered.size() >= GATHER) {
                    flush(connection);
                }
            }
            flush(connection);
            connection.served(requests);
            done = true;
        } catch (ProtocolError e) {
            language.broken(gathered, e, connection.attachment() instanceof Asker asker ? asker.trail() : null);
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

    /// @return behind what was used
    private int taken(StreamConnection connection, byte[] bytes, F frame, int to) {
        Object attached = connection.attachment();
        if (attached instanceof Asker asker) {
            return request(connection, bytes, frame, to, asker);
        }
        if (attached instanceof Admission.Refused refused) {
            if (refusals.answers("ctl", connection.peer().transport().label(), refused)) {
                language.refused(gathered, frame, refused);
            }
            end(connection);
            return frame.end();
        }
        throw new IllegalStateException("nothing was attached when it was opened");
    }

    private int request(StreamConnection connection, byte[] bytes, F frame, int to, Asker asker) {
        switch (language.take(bytes, frame, to, asker, gathered, afterSend)) {
            case Language.Outcome.Answered _ -> {}
            case Language.Outcome.AnsweredUpTo(int end) -> {
                return end;
            }
            case Language.Outcome.Broken _ -> end(connection);
            case Language.Outcome.Later(var spec) -> {
                byte[] request = Arrays.copyOfRange(bytes, frame.start(), frame.end());
                beside(connection, spec, request, frame, asker);
            }
        }
        return frame.end();
    }

    /// The connection parses no further packet until the answer is there, which keeps the order.
    private void beside(StreamConnection connection, CommandSpec spec, byte[] request, F frame, Asker asker) {
        connection.pause();
        F alone = language.alone(frame);
        blocking.run(
                spec.name(),
                () -> language.answer(spec, request, alone, asker),
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
        if (!afterSend.isEmpty()) {
            afterSend.forEach(connection::whenSent);
            afterSend.clear();
        }
    }
}
