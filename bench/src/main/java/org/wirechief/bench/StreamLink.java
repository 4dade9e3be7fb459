package org.wirechief.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.wirechief.core.ProtocolError;

/// A TCP or Unix stream connection. All requests that replies have made room for leave in one
/// write. An error ends it and is told to its conversation.
final class StreamLink {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Conversation conversation;
    private final ByteBuffer transfer;
    private final ByteBuffer out;
    private final Inbox inbox;

    private StreamLink(SocketChannel channel, SelectionKey key, Conversation conversation, ByteBuffer transfer) {
        this.channel = channel;
        this.key = key;
        this.conversation = conversation;
        this.transfer = transfer;
        int longest = conversation.longestPacket();
        // a few packets a write are enough where packets are long
        this.out = ByteBuffer.allocateDirect(
                Math.max(longest, Math.min(longest * conversation.outstanding(), StreamLoop.TRANSFER)));
        this.inbox = new Inbox(conversation);
    }

    static StreamLink connect(Target target, Conversation conversation, Selector selector, ByteBuffer transfer)
            throws IOException {
        SocketChannel channel = switch (target.carrier()) {
            case UNIXS -> SocketChannel.open(StandardProtocolFamily.UNIX);
            case TCP -> SocketChannel.open().setOption(StandardSocketOptions.TCP_NODELAY, true);
            case UNIXD, UDP, TEXT_UDP, JSON_UDP, TEXT_UNIXD, JSON_UNIXD, FIFO ->
                throw new IllegalArgumentException(target.text() + " is no stream");
        };
        try {
            channel.connect(target.address());
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            var link = new StreamLink(channel, key, conversation, transfer);
            key.attach(link);
            return link;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// Takes what has come.
    void receive() {
        try {
            transfer.clear().limit(Math.min(transfer.capacity(), inbox.room()));
            int n = channel.read(transfer);
            if (n < 0) {
                end("the server closed a connection");
                return;
            }
            inbox.add(transfer.flip(), System.nanoTime());
        } catch (ProtocolError e) {
            end("bytes that no reply begins with: " + e.getMessage());
        } catch (IOException e) {
            end("a connection failed: " + e.getMessage());
        }
    }

    /// Sends what its conversation wants to, as far as the socket takes it.
    void send() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            do {
                fill();
                if (out.position() > 0) {
                    channel.write(out.flip());
                    out.compact();
                }
            } while (out.position() == 0 && conversation.wantsToSend());
            key.interestOps(out.position() == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException e) {
            end("a connection failed: " + e.getMessage());
        }
    }

    private void fill() {
        long now = System.nanoTime();
        while (conversation.wantsToSend() && out.remaining() >= conversation.longestPacket()) {
            conversation.request(out, now);
        }
    }

    private void end(String why) {
        close();
        conversation.ended(why);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /// Closes it without a word to the conversation.
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // it is gone all the same
        }
    }
}
