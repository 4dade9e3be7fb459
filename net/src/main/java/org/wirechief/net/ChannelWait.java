package org.wirechief.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;

/// Waits until a non-blocking channel is ready for one operation. One thread at a time may wait;
/// [#close()] from another wakes it. The selector is opened at the first wait, and a virtual thread
/// waiting in it does not hold its carrier.
final class ChannelWait implements AutoCloseable {
    private final SelectableChannel channel;
    private final int operation;
    private @Nullable Selector selector;
    private boolean closed;

    ChannelWait(SelectableChannel channel, int operation) {
        this.channel = channel;
        this.operation = operation;
    }

    /// @throws SocketTimeoutException if the deadline passes first
    /// @throws AsynchronousCloseException if it is closed meanwhile
    /// @throws java.io.InterruptedIOException if the thread is interrupted; the channel stays open
    void await(Deadline deadline) throws IOException {
        Selector waiting = selector();
        try {
            while (true) {
                if (deadline.isOver()) {
                    throw new SocketTimeoutException("the time to wait is over");
                }
                int ready = waiting.select(deadline.selectMillis());
                waiting.selectedKeys().clear();
                if (!channel.isOpen()) {
                    throw new AsynchronousCloseException();
                }
                if (ready > 0) {
                    return;
                }
                if (Thread.interrupted()) {
                    Thread.currentThread().interrupt();
                    throw new java.io.InterruptedIOException("interrupted while waiting");
                }
            }
        } catch (ClosedSelectorException e) {
            throw new AsynchronousCloseException();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (selector != null) {
            selector.close();
        }
    }

    private synchronized Selector selector() throws IOException {
        if (closed) {
            throw new AsynchronousCloseException();
        }
        if (selector == null) {
            selector = Selector.open();
            channel.register(selector, operation);
        }
        return selector;
    }
}
