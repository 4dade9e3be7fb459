package org.wirechief.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that knows one request, `core.echo hello` with a cookie of four bytes, and answers it
/// as its script says. An empty piece ends the connection.
final class ScriptedServer implements AutoCloseable {
    private static final int REQUEST = 26;
    private static final int COOKIE = 3;

    private final Channel channel;
    private final Target target;
    private final Misbehaviour script;
    private final AtomicInteger requests = new AtomicInteger();

    private ScriptedServer(Channel channel, Target target, Misbehaviour script) {
        this.channel = channel;
        this.target = target;
        this.script = script;
    }

    static ScriptedServer open(Carrier carrier, Path folder, Misbehaviour script) throws IOException {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        return switch (carrier) {
            case UNIXS -> {
                Path path = folder.resolve("s");
                var listener =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path));
                yield streams(listener, Target.parse("unixs:" + path), script);
            }
            case TCP -> {
                var listener = ServerSocketChannel.open().bind(loopback);
                yield streams(listener, Target.parse("tcp:127.0.0.1:" + port(listener.getLocalAddress())), script);
            }
            case UDP -> {
                var socket = DatagramChannel.open(StandardProtocolFamily.INET).bind(loopback);
                var target = Target.parse("udp:127.0.0.1:" + port(socket.getLocalAddress()));
                var server = new ScriptedServer(socket, target, script);
                Thread.startVirtualThread(() -> server.datagrams(socket));
                yield server;
            }
            case UNIXD, TEXT_UDP, JSON_UDP, TEXT_UNIXD, JSON_UNIXD, FIFO ->
                throw new IllegalArgumentException("it speaks BINRPC, and the JDK has no Unix datagrams");
        };
    }

    private static ScriptedServer streams(ServerSocketChannel listener, Target target, Misbehaviour script) {
        var server = new ScriptedServer(listener, target, script);
        Thread.startVirtualThread(() -> server.accept(listener));
        return server;
    }

    private static int port(SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }

    Target target() {
        return target;
    }

    int requests() {
        return requests.get();
    }

    private void accept(ServerSocketChannel listener) {
        try {
            while (true) {
                SocketChannel connection = listener.accept();
                Thread.startVirtualThread(() -> stream(connection));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void stream(SocketChannel connection) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST);
        try (connection) {
            while (true) {
                request.clear();
                while (request.hasRemaining()) {
                    if (connection.read(request) < 0) {
                        return;
                    }
                }
                for (byte[] piece : answer(request.array())) {
                    if (piece.length == 0) {
                        return;
                    }
                    connection.write(ByteBuffer.wrap(piece));
                }
            }
        } catch (IOException e) {
            // the generator has gone
        }
    }

    private void datagrams(DatagramChannel socket) {
        ByteBuffer request = ByteBuffer.allocate(REQUEST + 1);
        try {
            while (true) {
                SocketAddress peer = socket.receive(request.clear());
                for (byte[] piece : answer(request.array())) {
                    socket.send(ByteBuffer.wrap(piece), peer);
                }
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private Iterable<byte[]> answer(byte[] request) {
        return script.answer(requests.getAndIncrement(), Arrays.copyOfRange(request, COOKIE, COOKIE + 4));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
