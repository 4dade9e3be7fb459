package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/// A connection to a TCP or Unix stream server, with calls that block; friendly to virtual threads.
///
/// One thread may read while another writes; [#close()] may be called from any thread and wakes
/// both. Every call takes the time it may wait; [Duration#ZERO] is no limit. After a
/// [java.net.SocketTimeoutException] the connection is as usable as before.
public final class StreamDial implements AutoCloseable {
    /// One system call moves at most this much, so that the JDK's buffers for it stay small.
    private static final int TRANSFER = 64 * 1024;

    private final Address address;
    private final SocketChannel channel;
    private final ChannelWait readable;
    private final ChannelWait writable;

    private StreamDial(Address address, SocketChannel channel) {
        this.address = address;
        this.channel = channel;
        this.readable = new ChannelWait(channel, SelectionKey.OP_READ);
        this.writable = new ChannelWait(channel, SelectionKey.OP_WRITE);
    }

    /// Connects. A host name is resolved first, which may take longer than the timeout; its
    /// addresses are tried in the resolver's order.
    ///
    /// @param address TCP or Unix stream
    /// @param timeout for connecting altogether
    /// @throws java.net.SocketTimeoutException if it is not done in time
    /// @throws IOException saying who cannot be reached, why, and what to do
    /// @throws IllegalArgumentException if the address is no stream, or the timeout negative
    public static StreamDial connect(Address address, Duration timeout) throws IOException {
        return new StreamDial(address, Dialling.connect(address, Deadline.in(timeout)));
    }

    /// Whom this was connected to.
    public Address address() {
        return address;
    }

    /// Writes all the bytes, waiting without limit while the server does not read.
    public void write(byte[] bytes, int from, int to) throws IOException {
        write(bytes, from, to, Duration.ZERO);
    }

    /// Writes all the bytes.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive
    /// @param timeout for all of them
    /// @throws java.net.SocketTimeoutException if the server does not take them in time; some may
    ///     be on their way, so the connection should be closed
    /// @throws java.nio.channels.ClosedChannelException if it is or gets closed here
    public void write(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        var deadline = Deadline.in(timeout);
        int at = from;
        while (at < to) {
            int n = writeSome(bytes, at, to);
            at += n;
            if (n == 0) {
                writable.await(deadline);
            }
        }
    }

    /// Writes what the system takes now, without waiting.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive
    /// @return the number of bytes, 0 when the server has to read first
    /// @throws java.nio.channels.ClosedChannelException if it is or gets closed here
    public int writeSome(byte[] bytes, int from, int to) throws IOException {
        return channel.write(ByteBuffer.wrap(bytes, from, Math.min(TRANSFER, to - from)));
    }

    /// Reads what is there, waiting until there is something.
    ///
    /// @param from where the first byte goes, inclusive
    /// @param to where the last one may go, exclusive; at least one byte of room
    /// @param timeout for the first byte
    /// @return the number of bytes, -1 when the server has closed its side
    /// @throws java.net.SocketTimeoutException if nothing came in time
    /// @throws java.nio.channels.ClosedChannelException if it is or gets closed here
    public int read(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        var deadline = Deadline.in(timeout);
        while (true) {
            int n = channel.read(ByteBuffer.wrap(bytes, from, Math.min(TRANSFER, to - from)));
            if (n != 0) {
                return n;
            }
            readable.await(deadline);
        }
    }

    /// Tells the server that nothing more will be written; reading goes on.
    public void shutdownOutput() throws IOException {
        channel.shutdownOutput();
    }

    /// Closes the connection. Calling again does nothing.
    @Override
    public void close() throws IOException {
        try (readable;
                writable) {
            channel.close();
        }
    }
}
