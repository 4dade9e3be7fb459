package org.wirechief.it.live;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;

/// UDP. The socket is not connected, because a connected one sends no empty datagram.
final class RawUdpDatagrams implements RawDatagrams {
    private final DatagramSocket socket;
    private final SocketAddress server;

    private RawUdpDatagrams(DatagramSocket socket, SocketAddress server) {
        this.socket = socket;
        this.server = server;
    }

    static RawUdpDatagrams to(String address) throws IOException {
        int port = address.lastIndexOf(':');
        String host = address.substring(address.indexOf(':') + 1, port).replaceAll("[\\[\\]]", "");
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout((int) RawStream.LIMIT.toMillis());
        return new RawUdpDatagrams(socket, new InetSocketAddress(host, Integer.parseInt(address.substring(port + 1))));
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, server));
    }

    @Override
    public byte[] receive() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65536], 65536);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    @Override
    public void close() {
        socket.close();
    }
}
