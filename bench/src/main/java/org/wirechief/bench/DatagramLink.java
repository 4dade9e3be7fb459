package org.wirechief.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.wirechief.core.ProtocolError;

/// One connected datagram socket of a [DatagramLoop]. A reply is one datagram. An error ends it
/// and is told to its conversation.
final class DatagramLink {
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_NOSIGNAL = 0x4000;

    private final SocketCalls calls;
    private final Conversation conversation;
    private final Messages out;
    private int fd;
    private int filled;
    private int sent;

    DatagramLink(SocketCalls calls, int fd, Conversation conversation, Arena memory) {
        this.calls = calls;
        this.fd = fd;
        this.conversation = conversation;
        this.out = new Messages(
                memory, Math.min(conversation.outstanding(), DatagramLoop.BATCH), conversation.longestPacket());
    }

    boolean isOpen() {
        return fd >= 0;
    }

    /// Whether requests wait for the socket to take them: the server's queue is full.
    boolean isStuck() {
        return sent < filled;
    }

    /// Takes what has come, up to one batch.
    void receive(Messages batch, byte[] input) throws IOException {
        if (!isOpen()) {
            return;
        }
        int n = calls.recvmmsg(fd, batch.from(0), batch.capacity(), MSG_DONTWAIT);
        long now = System.nanoTime();
        for (int i = 0; i < n; i++) {
            take(input, batch.copy(i, input), now);
        }
        if (n < 0 && !isPassing(-n)) {
            end("receiving failed with error number " + -n + "; is the server there?");
        }
    }

    private void take(byte[] input, int length, long now) {
        try {
            if (conversation.received(input, 0, length, now) < length || length == 0) {
                conversation.broken("a datagram that is not one whole reply");
            }
        } catch (ProtocolError e) {
            // it was this one datagram, and it is counted
        }
    }

    /// Sends what its conversation wants to, until the socket takes no more.
    void send() throws IOException {
        while (isOpen() && (isStuck() || conversation.wantsToSend())) {
            if (!isStuck()) {
                fill();
            }
            int n = calls.sendmmsg(fd, out.from(sent), filled - sent, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (n < 0) {
                if (!isPassing(-n)) {
                    end("sending failed with error number " + -n + "; is the server there?");
                }
                return;
            }
            sent += n;
        }
    }

    private void fill() {
        long now = System.nanoTime();
        sent = 0;
        filled = 0;
        while (filled < out.capacity() && conversation.wantsToSend()) {
            conversation.request(out.room(filled), now);
            out.filled(filled++);
        }
    }

    private static boolean isPassing(int error) {
        return error == SocketCalls.EAGAIN || error == SocketCalls.EINTR || error == SocketCalls.ENOBUFS;
    }

    private void end(String why) {
        close();
        conversation.ended(why);
    }

    /// Closes it without a word to the conversation.
    void close() {
        if (isOpen()) {
            calls.close(fd);
            fd = -1;
        }
    }
}
