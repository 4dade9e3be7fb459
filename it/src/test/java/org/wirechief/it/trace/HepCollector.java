package org.wirechief.it.trace;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.wirechief.core.ProtocolError;
import org.wirechief.it.live.RawStream;
import org.wirechief.wire.hep.HepPacket;

/// A collector on loopback that keeps what it is sent, in order.
final class HepCollector implements AutoCloseable {
    private static final int HEADER = 6;

    private final LinkedBlockingQueue<HepPacket> packets = new LinkedBlockingQueue<>();
    private final AtomicLong received = new AtomicLong();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AutoCloseable socket;
    private final int port;
    private final String transport;

    private HepCollector(AutoCloseable socket, int port, String transport) {
        this.socket = socket;
        this.port = port;
        this.transport = transport;
    }

    static HepCollector udp() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setReceiveBufferSize(1 << 22);
        HepCollector collector = new HepCollector(socket, socket.getLocalPort(), "udp");
        start(() -> collector.receive(socket));
        return collector;
    }

    static HepCollector tcp() throws IOException {
        return tcp(0);
    }

    /// On a port that another one had before.
    static HepCollector tcp(int port) throws IOException {
        return on(listening(port, 50), "tcp");
    }

    /// Listens there as soon as the one before has let go of the port.
    static ServerSocket listening(int port, int backlog) throws IOException {
        long end = System.nanoTime() + RawStream.LIMIT.toNanos();
        while (true) {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.setReceiveBufferSize(4096);
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
                return socket;
            } catch (BindException e) {
                socket.close();
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /// Accepts on a socket that is there.
    static HepCollector on(ServerSocket socket, String transport) {
        HepCollector collector = new HepCollector(socket, socket.getLocalPort(), transport);
        start(() -> collector.accept(socket));
        return collector;
    }

    private interface Work {
        void run() throws IOException, ProtocolError;
    }

    private static void start(Work work) {
        Thread.ofPlatform().daemon().name("collector").start(() -> {
            try {
                work.run();
            } catch (EOFException | SocketException | SSLException e) {
                // closed, or it never came to TLS
            } catch (IOException | ProtocolError e) {
                throw new AssertionError("a packet that cannot be read", e);
            }
        });
    }

    private void receive(DatagramSocket from) throws IOException, ProtocolError {
        byte[] bytes = new byte[65536];
        while (true) {
            DatagramPacket datagram = new DatagramPacket(bytes, bytes.length);
            from.receive(datagram);
            keep(HepPacket.read(bytes, 0, datagram.getLength()));
        }
    }

    private void accept(ServerSocket at) throws IOException {
        while (true) {
            Socket connection = at.accept();
            connections.add(connection);
            start(() -> read(connection));
        }
    }

    private void read(Socket connection) throws IOException, ProtocolError {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        while (true) {
            byte[] packet = in.readNBytes(HEADER);
            if (packet.length < HEADER) {
                return;
            }
            int length = (packet[4] & 0xFF) << 8 | (packet[5] & 0xFF);
            packet = Arrays.copyOf(packet, length);
            in.readFully(packet, HEADER, length - HEADER);
            keep(HepPacket.read(packet, 0, length));
        }
    }

    private void keep(HepPacket packet) {
        received.incrementAndGet();
        packets.add(packet);
    }

    int port() {
        return port;
    }

    long received() {
        return received.get();
    }

    /// As `hep_id` names it, `hd`.
    String hepId() {
        return "[hd]127.0.0.1:" + port + ";transport=" + transport;
    }

    HepPacket next() throws InterruptedException {
        HepPacket packet = packets.poll(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (packet == null) {
            throw new AssertionError("no further packet came");
        }
        return packet;
    }

    @Override
    public void close() throws IOException {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
