package org.wirechief.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;
import org.wirechief.net.WhileEnding;

/// Carries calls over a FIFO. Each has a reply FIFO, and a thread, of its own: waiting for a FIFO
/// holds one. The reply FIFO is gone when the call ends, but for a deadline or a cancelling, which
/// its thread learns within 50 ms.
final class FifoLink implements Link {
    /// Longer than a call takes to learn that nobody waits for it any more.
    private static final Duration LEAVING = Duration.ofMillis(200);

    /// How often to look whether somebody still waits for a call that waits for others.
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Address address;
    private final String replyDirectory;
    private final FifoSpeech speech;
    private final int longestReply;
    private final WhileEnding ending;
    private final Places places;

    /// One request at a time: what is longer than a FIFO writes in one piece must not be mixed with
    /// others.
    private final ReentrantLock writing = new ReentrantLock();

    private volatile boolean closed;

    /// @param replyDirectory with the slash at its end
    FifoLink(Address address, String replyDirectory, FifoSpeech speech, ConnectOptions options) {
        this.address = address;
        this.replyDirectory = replyDirectory;
        this.speech = speech;
        this.longestReply = options.longestReply();
        this.ending = options.whileEnding();
        this.places = new Places(options.inFlight());
    }

    @Override
    public void send(Exchange call) throws InterruptedException {
        int number = speech.number();
        // what cannot be said is told at once
        speech.request(call, number, "r");
        call.remark(places::remark);
        if (!places.take(call)) {
            return;
        }
        CallThread.start(address, places, call, () -> run(call, number));
    }

    private void run(Exchange call, int number) {
        if (isGone(call)) {
            call.lost("the connection was closed", null);
            return;
        }
        try (FifoCall fifo = FifoCall.open(address, replyDirectory, ending)) {
            Runnable end = exchange(call, number, fifo);
            fifo.removeReply();
            end.run();
        } catch (IOException e) {
            call.unreachable(e);
        }
    }

    /// Returns what ends the call, so that it does when nothing is left of it.
    private Runnable exchange(Exchange call, int number, FifoCall fifo) {
        byte[] request = speech.request(call, number, fifo.replyName());
        var answer = new FifoAnswer(speech, longestReply);
        try {
            write(call, request, fifo);
            fifo.receive(left(call), () -> isGone(call), answer);
            return () -> call.answered(new RawAnswer(number, answer.pieces()));
        } catch (SocketTimeoutException e) {
            return call::late;
        } catch (IOException e) {
            return answer.isTooLong()
                    ? () -> call.broken(BrokenReply.Kind.TOO_LONG, String.valueOf(e.getMessage()))
                    : () -> call.lost(closed ? "the connection was closed" : String.valueOf(e.getMessage()), e);
        }
    }

    private void write(Exchange call, byte[] request, FifoCall fifo) throws IOException {
        call.remark(() -> "; another call waits for the server to read its FIFO: it hangs or is busy");
        awaitTurn(call);
        try {
            call.remark(() -> "; " + fifo.trouble() + speech.remark(request.length));
            fifo.send(request, left(call), new Sender(call));
        } finally {
            writing.unlock();
        }
    }

    private void awaitTurn(Exchange call) throws IOException {
        try {
            while (!writing.tryLock(LOOK.toNanos(), TimeUnit.NANOSECONDS)) {
                if (call.left() <= 0) {
                    throw new SocketTimeoutException("others wait for the server to read its FIFO");
                }
                if (isGone(call)) {
                    throw new IOException("given up");
                }
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private boolean isGone(Exchange call) {
        return closed || call.isOver();
    }

    private final class Sender implements FifoCall.Caller {
        private final Exchange call;

        Sender(Exchange call) {
            this.call = call;
        }

        @Override
        public boolean leaves() {
            return !closed && call.leaves();
        }

        @Override
        public void stays() {
            call.stays();
        }

        @Override
        public boolean isGone() {
            return FifoLink.this.isGone(call);
        }
    }

    private static Duration left(Exchange call) {
        return Duration.ofNanos(Math.max(1, call.left()));
    }

    @Override
    public List<Value> read(RawAnswer answer) throws ProtocolError {
        return speech.read(answer.bytes(), answer.cookie());
    }

    /// Waits for calls under way to learn of it: the program may end next, and no reply FIFO is to
    /// be left behind.
    @Override
    public void close() {
        closed = true;
        places.close();
        places.awaitEmpty(LEAVING);
    }
}
