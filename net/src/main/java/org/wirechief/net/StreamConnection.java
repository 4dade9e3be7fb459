package org.wirechief.net;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// One accepted stream connection. Loop thread only, except where a method says otherwise.
///
/// ```
///                  queued >= sendQueueMax
///            ┌──────────────────────────────► parked ─┐   nothing is read or offered
///            │  ◄─────────────────────────────────────┘   while parked or paused
///            │      queued < half of it
/// accept ─► OPEN ───── pause() ─────────────► paused ─┐
///            │  ◄───── resume() ──────────────────────┘
///            │
///            │ closeWhenSent(), end of input, drain      queue empty, peer still sending
///            ├────────────────────────────► FINISHING ──────────────────► LINGERING
///            │                                 │ queue empty, peer done       │ end of input
///            │ close(), error, overrun,        │ or error                     │ or 1 s
///            │ timeout                         ▼                              ▼
///            └─────────────────────────────► CLOSED ◄─────────────────────────┘
/// ```
///
/// A connection may be parked and paused at once. The end of input is noticed when it is read, so
/// after all bytes before it were handled; whole requests are answered, an incomplete one is
/// dropped. Lingering discards what a peer still sends after its last reply: closing at once would
/// reset the connection and could take that reply away.
public final class StreamConnection {
    private enum State {
        OPEN,
        FINISHING,
        LINGERING,
        CLOSED
    }

    private final StreamListener listener;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Peer peer;
    private final PeerCredentials credentials;
    private final long id;
    private final ReceiveSide input;
    private final SendSide output;
    private final ConnectionClock clock;
    private @Nullable Object attachment;
    private State state = State.OPEN;
    private boolean paused;
    private boolean noLinger;

    StreamConnection(StreamListener listener, SocketChannel channel, Peer peer, long id) throws IOException {
        this.listener = listener;
        this.channel = channel;
        this.peer = peer;
        this.credentials = new PeerCredentials(channel, peer);
        this.id = id;
        StreamLimits limits = listener.limits();
        this.output = new SendSide(channel, listener.loop(), limits.sendQueueMax(), listener.counters());
        this.input = new ReceiveSide(this, listener);
        this.clock = new ConnectionClock(listener.loop(), limits, listener.counters(), this::close);
        this.key = listener.loop().register(channel, OP_READ, new Readiness());
    }

    /// Grows in the order of acceptance over all listeners of one [ConnectionBudget]. Any thread.
    public long id() {
        return id;
    }

    /// The other end. Any thread.
    public Peer peer() {
        return peer;
    }

    /// Who is behind a Unix stream; null elsewhere, when the kernel does not say, and when the
    /// connection had ended before anybody asked. The first call looks names up, which may take as
    /// long as a directory service does, so better not on the loop. Any thread.
    public @Nullable Credentials credentials() {
        return credentials.get();
    }

    /// The listener's address with the port it really has. Any thread.
    public Address local() {
        return listener.local();
    }

    /// Bytes that were sent here and that the socket has not taken yet. Any thread.
    public int queued() {
        return output.queued();
    }

    /// Whether a further request may be handled now: false while parked, paused, closing or closed.
    public boolean wantsMore() {
        return state == State.OPEN && !output.isParked() && !paused && !listener.isDraining();
    }

    /// Tells how many requests had come together and were handled. Who sends many at a time will
    /// soon send more: the loop looks out for them for a moment before it sleeps.
    public void served(int requests) {
        listener.loop().served(requests);
    }

    /// Whether the connection has ended.
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /// What the handler keeps with this connection; null until it attaches something.
    public @Nullable Object attachment() {
        return attachment;
    }

    /// Keeps an object of the handler with this connection.
    public void attach(@Nullable Object object) {
        attachment = object;
    }

    /// Sends bytes after everything sent before. Writes at once what the socket takes and copies
    /// only the rest. Accepts everything in OPEN: a handler stays within
    /// [StreamLimits#sendQueueMax()] by asking [#wantsMore()]. Does nothing after
    /// [#closeWhenSent()], or when the connection has ended. An error closes the connection and is
    /// not thrown.
    public void send(byte[] bytes, int from, int to) {
        if (state != State.OPEN || from == to) {
            return;
        }
        moved(output.send(bytes, from, to));
        settle();
    }

    /// Runs an action as soon as the socket has taken everything that was sent, or the connection
    /// has ended; never from inside this call.
    public void whenSent(Runnable action) {
        output.whenSent(action);
    }

    /// Nothing more is read or offered until [#resume()], because a request is being worked on
    /// elsewhere. No time limit on input runs meanwhile.
    public void pause() {
        paused = true;
        settle();
    }

    /// Goes on after [#pause()]: offers again what is there, then reads. May be called from inside
    /// [StreamHandler#received].
    public void resume() {
        paused = false;
        if (listener.isDraining()) {
            drain();
            return;
        }
        offer();
    }

    /// Sends what is queued, handles nothing more, then closes. Bytes the peer still sends are
    /// discarded for at most a second after that.
    public void closeWhenSent() {
        if (state == State.OPEN) {
            state = State.FINISHING;
            finishIfSent();
            settle();
        }
    }

    /// Closes now. Queued bytes are lost; unread bytes make the system reset the connection.
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        clock.stop();
        output.clear();
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            listener.counters().readErrors.increment();
        }
        listener.ended(this);
    }

    /// Lets a running call finish, sends what is queued, then closes; lingers only when the peer
    /// has sent more than was handled.
    void drain() {
        noLinger = true;
        if (state == State.LINGERING) {
            close();
        } else if (!paused) {
            closeWhenSent();
        }
    }

    /// Introduces the connection to its handler.
    void opened() {
        input.guarded(() -> listener.handler().opened(this));
        settle();
    }

    private boolean reads() {
        return wantsMore() || state == State.LINGERING;
    }

    private void ready(int ops) {
        if ((ops & OP_WRITE) != 0) {
            flush();
        }
        // what was flushed may have changed what is wanted
        if ((ops & OP_READ) != 0 && reads()) {
            read();
        }
    }

    private void read() {
        boolean open = isOpen(); // otherwise lingering: what comes is discarded
        int n;
        try {
            n = open ? input.read(channel) : discard();
        } catch (IOException e) {
            listener.counters().readErrors.increment();
            close();
            return;
        }
        if (n < 0) {
            drain(); // the peer is done, so what is queued is all there is to do
        } else if (n > 0 && open) {
            clock.idle.restart();
            offer();
        }
    }

    private void offer() {
        if (input.offer()) {
            clock.request.restart();
        }
        settle();
    }

    private void flush() {
        boolean wasParked = output.isParked();
        moved(output.flush());
        finishIfSent();
        if (wasParked && !output.isParked()) {
            offer();
        }
        settle();
    }

    /// @param taken bytes the socket took, -1 if it failed
    private void moved(int taken) {
        if (taken < 0) {
            close();
        } else if (taken > 0) {
            clock.idle.restart();
            clock.stall.restart();
        }
    }

    private int discard() throws IOException {
        return channel.read(listener.loop().transfer().clear());
    }

    private void finishIfSent() {
        if (state != State.FINISHING || !output.isEmpty()) {
            return;
        }
        try {
            // Closing with unread bytes resets the connection, which can take away what the peer
            // has not read yet.
            if (noLinger && discard() <= 0) {
                close();
                return;
            }
            channel.shutdownOutput();
            state = State.LINGERING;
        } catch (IOException e) {
            close();
        }
    }

    /// Brings what the selector and the clock wait for in line with the state.
    private void settle() {
        if (state == State.CLOSED || input.isOffering()) {
            return;
        }
        int ops = (reads() ? OP_READ : 0) | (output.isEmpty() ? 0 : OP_WRITE);
        if (key.interestOps() != ops) {
            key.interestOps(ops);
        }
        clock.request.set(wantsMore() && !input.isEmpty());
        clock.idle.set(state == State.OPEN && !paused && output.isEmpty());
        clock.stall.set(!output.isEmpty());
        clock.linger.set(state == State.LINGERING);
        clock.arm();
    }

    /// Keeps the selector's side off the public face.
    private final class Readiness implements LoopChannel {
        @Override
        public void ready(int ops) {
            StreamConnection.this.ready(ops);
        }

        @Override
        public void loopEnded() {
            close();
        }
    }
}
