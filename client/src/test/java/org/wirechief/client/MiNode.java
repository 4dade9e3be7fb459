package org.wirechief.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.wirechief.core.Value;

/// A UDP socket that a test answers MI requests at.
final class MiNode implements AutoCloseable {
    private static final int LIMIT_MILLIS = 30_000;

    private final DatagramSocket socket;

    MiNode() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        socket.setSoTimeout(LIMIT_MILLIS);
    }

    String address() {
        return "mi:udp:127.0.0.1:" + socket.getLocalPort();
    }

    /// The next request, and where it came from.
    DatagramPacket next() throws IOException {
        DatagramPacket request = new DatagramPacket(new byte[65535], 65535);
        socket.receive(request);
        return request;
    }

    static String text(DatagramPacket request) {
        return new String(request.getData(), 0, request.getLength(), StandardCharsets.ISO_8859_1);
    }

    void answer(DatagramPacket request, String reply) throws IOException {
        byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
        socket.send(new DatagramPacket(bytes, bytes.length, request.getSocketAddress()));
    }

    /// Answers the next request, which is this call's.
    Value answering(CompletableFuture<Value> call, String reply)
            throws IOException, InterruptedException, ExecutionException {
        answer(next(), reply);
        return call.get();
    }

    @Override
    public void close() {
        socket.close();
    }
}
