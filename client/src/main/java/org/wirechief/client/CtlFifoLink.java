package org.wirechief.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.ctlfifo.CtlFifoAnswer;
import org.wirechief.wire.ctlfifo.CtlFifoCall;

/// Carries calls in lines over a FIFO. Each has a reply FIFO, and a thread, of its own: waiting for
/// a FIFO holds one.
final class CtlFifoLink implements Link {
    /// Given by the protocol.
    private static final String REPLY_DIRECTORY = "/tmp/";

    private final Address address;
    private final int longestReply;
    private final Places places;
    private volatile boolean closed;

    CtlFifoLink(Address address, ConnectOptions options) {
        this.address = address;
        this.longestReply = options.longestReply();
        this.places = new Places(options.inFlight());
    }

    @Override
    public void send(Exchange call) throws InterruptedException {
        // what cannot be said is told at once
        request(call, "r");
        call.remark(places::remark);
        if (!places.take(call)) {
            return;
        }
        Thread.ofPlatform().daemon().name("ctlfifo " + call.command()).start(() -> {
            try {
                run(call);
            } finally {
                places.leave();
            }
        });
    }

    private static byte[] request(Exchange call, String replyName) {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoCall.write(out, Octets.of(call.command()), Octets.of(replyName), call.args());
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private void run(Exchange call) {
        try (FifoCall fifo = FifoCall.open(address, REPLY_DIRECTORY)) {
            if (closed || call.isOver()) {
                call.lost("the connection was closed", null);
                return;
            }
            call.remark(() -> "; " + fifo.trouble());
            call.sent(true);
            exchange(call, fifo);
        } catch (IOException e) {
            call.unreachable(e);
        }
    }

    private void exchange(Exchange call, FifoCall fifo) {
        Pieces pieces = new Pieces(longestReply);
        try {
            fifo.exchange(
                    request(call, fifo.replyName()),
                    Duration.ofNanos(Math.max(1, call.left())),
                    () -> closed || call.isOver(),
                    (bytes, from, to) -> {
                        if (to - from > longestReply - pieces.filled()) {
                            String what = "the answer is longer than " + longestReply + " bytes";
                            call.broken(BrokenReply.Kind.TOO_LONG, what);
                            throw new IOException(what);
                        }
                        pieces.add(bytes, from, to);
                    });
            call.answered(new RawAnswer(0, pieces));
        } catch (SocketTimeoutException e) {
            call.late();
        } catch (IOException e) {
            call.lost(closed ? "the connection was closed" : String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public List<Value> read(RawAnswer answer) throws ProtocolError {
        byte[] bytes = answer.bytes();
        CtlFifoAnswer lines = CtlFifoAnswer.read(bytes, 0, bytes.length);
        if (lines.isFault()) {
            throw new Fault(lines.code(), lines.reason().toString());
        }
        return lines.lines().stream()
                .map(line -> (Value) new Value.Text(CtlFifoAnswer.text(line)))
                .toList();
    }

    @Override
    public void close() {
        closed = true;
        places.open();
    }
}
