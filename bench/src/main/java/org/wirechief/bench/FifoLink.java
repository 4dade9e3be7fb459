package org.wirechief.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wirechief.core.ProtocolError;

/// One caller of a [FifoLoop]: a reply FIFO of its own, which it holds open, and requests that name
/// it. A write has as many requests as the system never mixes with those of others.
final class FifoLink {
    /// `PIPE_BUF` of Linux: a write of no more bytes is done whole or not at all.
    private static final int WHOLE = 4096;

    private static final int TRANSFER = 64 * 1024;

    private final PipeCalls calls;
    private final SocketCalls closing;
    private final int requests;
    private final Conversation conversation;
    private final byte[] head;
    private final Path path;
    private final Inbox inbox;
    private final MemorySegment input;
    private final ByteBuffer inputBytes;
    private final MemorySegment output;
    private final ByteBuffer out;
    private int fd;

    /// @param requests the request FIFO, open for writing
    /// @param name of the reply FIFO, which is made
    FifoLink(FifoLoop.Calls calls, int requests, Path folder, String name, Conversation conversation)
            throws IOException {
        this.calls = calls.pipes();
        this.closing = calls.sockets();
        this.requests = requests;
        this.conversation = conversation;
        this.head = (":" + name + ":").getBytes(StandardCharsets.US_ASCII);
        this.inbox = new Inbox(conversation);
        Arena memory = calls.memory();
        this.input = memory.allocate(TRANSFER);
        this.inputBytes = input.asByteBuffer();
        this.output = memory.allocate(WHOLE);
        this.out = output.asByteBuffer();
        if (head.length + conversation.longestRequest() > WHOLE) {
            throw new IllegalArgumentException(
                    "the request has more than " + (WHOLE - head.length) + " bytes, which a FIFO may mix with others");
        }
        this.path = folder.resolve(name);
        this.calls.make(path);
        path.toFile().deleteOnExit();
        this.fd = this.calls.openToRead(path);
    }

    int fd() {
        return fd;
    }

    boolean isOpen() {
        return fd >= 0;
    }

    /// Whether requests wait for the request FIFO to take them.
    boolean isStuck() {
        return out.position() > 0;
    }

    /// Takes what has come.
    void receive() throws IOException {
        int n = calls.read(fd, input.asSlice(0, Math.min(TRANSFER, inbox.room())));
        if (n == -SocketCalls.EAGAIN || n == -SocketCalls.EINTR) {
            return;
        }
        if (n < 0) {
            end("reading failed with error number " + -n);
            return;
        }
        try {
            inbox.add(inputBytes.clear().limit(n), System.nanoTime());
        } catch (ProtocolError e) {
            end("bytes that no reply begins with: " + e.getMessage());
        }
    }

    /// Sends what its conversation wants to, until the request FIFO takes no more.
    void send() throws IOException {
        while (isOpen() && (isStuck() || conversation.wantsToSend())) {
            if (!isStuck()) {
                fill();
            }
            int n = calls.write(requests, output, out.position());
            if (n == -SocketCalls.EAGAIN || n == -SocketCalls.EINTR) {
                return;
            }
            if (n < 0) {
                end("writing failed with error number " + -n + "; is the server there?");
            }
            out.clear();
        }
    }

    private void fill() {
        long now = System.nanoTime();
        while (conversation.wantsToSend() && out.remaining() >= head.length + conversation.longestRequest()) {
            out.put(head);
            conversation.request(out, now);
        }
    }

    private void end(String why) {
        close();
        conversation.ended(why);
    }

    /// Closes it without a word to the conversation.
    void close() {
        if (isOpen()) {
            closing.close(fd);
            fd = -1;
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                System.err.println("cannot delete " + path + ": " + e.getMessage());
            }
        }
    }
}
