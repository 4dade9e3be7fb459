package org.wirechief.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.DatagramDial;
import org.wirechief.wire.ReplyBuffer;

/// MI in datagrams: a request, a reply, any number of calls under way.
///
/// Nothing in a reply of text tells which request it answers, so every call has a socket of its
/// own: what comes there answers this call and no other. A call that got no answer leaves its
/// socket open for a while ([CallSockets]), or its port could be the next call's and the late
/// answer taken for that one's.
final class MiLink implements Link {
    /// The longest datagram there is.
    private static final int DATAGRAM = 65535;

    private final MiAddress node;
    private final ConnectOptions options;
    private final Places places;
    private final CallSockets sockets = new CallSockets();
    private final MiSpeech json = new MiJsonSpeech();
    private volatile MiSpeech speech;

    MiLink(MiAddress node, ConnectOptions options) {
        this.node = node;
        this.options = options;
        this.places = new Places(options.inFlight());
        this.speech = node.text() ? new MiTextSpeech() : json;
    }

    @Override
    public void send(Exchange call) throws InterruptedException {
        MiSpeech usual = speech;
        // a node that knows no JSON says so, and runs nothing
        MiSpeech said = node.json() && !usual.has(call.args()) ? json : usual;
        ReplyBuffer request = said.request(call);
        call.remark(places::remark);
        if (places.take(call)) {
            CallThread.start(node.address(), places, call, () -> exchange(call, said, request));
        }
    }

    private void exchange(Exchange call, MiSpeech said, ReplyBuffer request) {
        try {
            DatagramDial socket = node.dial(options);
            if (sockets.open(socket)) {
                exchange(call, said, request, socket);
            } else {
                lost(call, null);
            }
        } catch (IOException e) {
            call.unreachable(e);
        }
    }

    private void exchange(Exchange call, MiSpeech said, ReplyBuffer request, DatagramDial socket) {
        boolean answered = false;
        try {
            answered = !isSent(call, request, socket) || isAnswered(call, said, socket);
        } catch (ConnectException e) {
            // the socket had no other datagram to send
            call.stays();
            call.unreachable(e);
            answered = true;
        } catch (ClosedChannelException e) {
            lost(call, null);
        } catch (IOException e) {
            lost(call, e);
        } finally {
            sockets.done(socket, answered);
        }
    }

    private static void lost(Exchange call, @Nullable IOException cause) {
        call.lost(cause == null ? "the client was closed" : "the socket broke: " + cause.getMessage(), cause);
    }

    private static boolean isSent(Exchange call, ReplyBuffer request, DatagramDial socket) throws IOException {
        if (!call.leaves()) {
            return false;
        }
        try {
            socket.send(request.bytes(), 0, request.size(), left(call));
            return true;
        } catch (SocketTimeoutException e) {
            call.stays();
            call.late();
            return false;
        }
    }

    /// Waits for the datagram that ends the call. What a node did not understand is said again in
    /// the other language: it ran nothing.
    private boolean isAnswered(Exchange call, MiSpeech said, DatagramDial socket) throws IOException {
        byte[] reply = new byte[DATAGRAM];
        try {
            int length;
            do {
                length = socket.receive(reply, 0, reply.length, left(call));
            } while (!said.ends(reply, length));
            if (node.json() && said.isMisunderstood(reply, length)) {
                speech = json;
                ReplyBuffer again = json.request(call);
                return !isSent(call, again, socket) || isAnswered(call, json, socket);
            }
            Pieces whole = new Pieces(length);
            whole.add(reply, 0, length);
            call.answered(new RawAnswer(0, whole));
            return true;
        } catch (SocketTimeoutException e) {
            call.late();
            return false;
        } catch (IllegalArgumentException e) {
            call.lost("the node speaks JSON-RPC only: " + e.getMessage(), e);
            return true;
        }
    }

    /// Zero would be no limit.
    private static Duration left(Exchange call) {
        return Duration.ofNanos(Math.max(1, call.left()));
    }

    @Override
    public List<Value> read(RawAnswer answer) throws ProtocolError {
        byte[] bytes = answer.bytes();
        return (bytes[0] == '{' ? json : speech).read(bytes);
    }

    @Override
    public void close() {
        sockets.close();
        places.close();
    }
}
