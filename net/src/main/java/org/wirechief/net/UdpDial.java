package org.wirechief.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.Objects;

/// A client's UDP socket.
final class UdpDial implements DatagramDial {
    private final Address address;
    private final DatagramChannel channel;
    private final ChannelWait readable;
    private final ChannelWait writable;

    private UdpDial(Address address, DatagramChannel channel) {
        this.address = address;
        this.channel = channel;
        this.readable = new ChannelWait(channel, SelectionKey.OP_READ);
        this.writable = new ChannelWait(channel, SelectionKey.OP_WRITE);
    }

    static UdpDial connect(Address address) throws IOException {
        IOException last = new UnknownHostException("no address");
        for (InetAddress host : Dialling.hosts(address)) {
            try {
                return new UdpDial(address, connected(new InetSocketAddress(host, address.port())));
            } catch (IOException e) {
                last = Dialling.failure(address, String.valueOf(e.getMessage()), e);
            }
        }
        throw last;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void send(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        Objects.checkFromToIndex(from, to, bytes.length);
        if (from == to) {
            throw new IllegalArgumentException("the JDK sends no empty datagram over UDP");
        }
        var deadline = Deadline.in(timeout);
        try {
            while (channel.write(ByteBuffer.wrap(bytes, from, to - from)) == 0 && to > from) {
                writable.await(deadline);
            }
        } catch (PortUnreachableException e) {
            throw unreachable(e);
        }
    }

    @Override
    public int receive(byte[] bytes, int from, int to, Duration timeout) throws IOException {
        Objects.checkFromToIndex(from, to, bytes.length);
        var deadline = Deadline.in(timeout);
        // one byte more than there is room for tells that something was cut off
        var room = ByteBuffer.allocate(to - from + 1);
        try {
            while (channel.receive(room) == null) {
                readable.await(deadline);
            }
        } catch (PortUnreachableException e) {
            throw unreachable(e);
        }
        int length = room.flip().remaining();
        if (length > to - from) {
            throw Dialling.cutOff(address, to - from);
        }
        room.get(bytes, from, length);
        return length;
    }

    @Override
    public void close() throws IOException {
        try (readable;
                writable) {
            channel.close();
        }
    }

    private static DatagramChannel connected(InetSocketAddress target) throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            return channel.connect(target);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private ConnectException unreachable(PortUnreachableException cause) {
        return Dialling.failure(
                address, "nobody listens there; is the server running, and is it the right port?", cause);
    }
}
