package org.wirechief.it.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A node that answers what a test says, byte by byte, on a stream, a Unix one in a fresh folder
/// unless said otherwise; and a witness of what it was asked.
public final class ScriptedNode implements AutoCloseable {
    private final TempFolder folder;
    private final ServerSocketChannel server;
    private final Script script;
    private final boolean closesAfterwards;
    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final List<SocketChannel> clients = new CopyOnWriteArrayList<>();

    /// On what it listens.
    public enum Stream {
        UNIX,
        TCP
    }

    /// What it does with a request.
    @FunctionalInterface
    public interface Script {
        /// Answers.
        ///
        /// @param request a whole packet
        /// @return the bytes to send; null to close the connection
        byte[] answer(byte[] request) throws IOException, InterruptedException;
    }

    private ScriptedNode(TempFolder folder, ServerSocketChannel server, Script script, boolean closesAfterwards) {
        this.folder = folder;
        this.server = server;
        this.script = script;
        this.closesAfterwards = closesAfterwards;
    }

    /// One that keeps connections open until its script closes them.
    public static ScriptedNode start(Script script) throws IOException {
        return start(Stream.UNIX, script);
    }

    /// As [#start(Script)], there.
    public static ScriptedNode start(Stream stream, Script script) throws IOException {
        return start(stream, script, false);
    }

    private static ScriptedNode start(Stream stream, Script script, boolean closesAfterwards) throws IOException {
        TempFolder folder = TempFolder.create();
        ServerSocketChannel server = switch (stream) {
            case UNIX ->
                ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        .bind(UnixDomainSocketAddress.of(folder.resolve("node")));
            case TCP -> ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        };
        ScriptedNode node = new ScriptedNode(folder, server, script, closesAfterwards);
        Thread.ofVirtual().start(node::accept);
        return node;
    }

    /// One that answers every request with a packet of this kind (1 a reply, 3 a fault) and body.
    public static ScriptedNode answering(int kind, byte[] body) throws IOException {
        return start(request -> packet(kind, cookie(request), body));
    }

    /// One that closes the connection behind its answer, which the test breaks.
    ///
    /// @param answer gets a sound reply that holds the text `a`
    public static ScriptedNode breaking(UnaryOperator<byte[]> answer) throws IOException {
        return breaking(Stream.UNIX, answer);
    }

    /// As [#breaking(UnaryOperator)], there.
    public static ScriptedNode breaking(Stream stream, UnaryOperator<byte[]> answer) throws IOException {
        return start(stream, request -> answer.apply(packet(1, cookie(request), new byte[] {0x21, 'a', 0})), true);
    }

    public String address() throws IOException {
        return server.getLocalAddress() instanceof InetSocketAddress tcp
                ? "tcp:127.0.0.1:" + tcp.getPort()
                : "unixs:" + folder.resolve("node");
    }

    /// The requests so far, each a whole packet.
    public List<byte[]> requests() {
        return requests;
    }

    /// The cookie of a packet, its bytes.
    public static byte[] cookie(byte[] packet) {
        int lengthBytes = (packet[1] >> 2 & 3) + 1;
        int cookieBytes = (packet[1] & 3) + 1;
        return Arrays.copyOfRange(packet, 2 + lengthBytes, 2 + lengthBytes + cookieBytes);
    }

    /// The body of a packet.
    public static byte[] body(byte[] packet) {
        int header = 2 + (packet[1] >> 2 & 3) + 1 + (packet[1] & 3) + 1;
        return Arrays.copyOfRange(packet, header, packet.length);
    }

    /// A packet of this kind: 1 a reply, 3 a fault.
    public static byte[] packet(int kind, byte[] cookie, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(6 + cookie.length + body.length);
        packet.put((byte) 0xA1).put((byte) (kind << 4 | 3 << 2 | (cookie.length - 1)));
        return packet.putInt(body.length).put(cookie).put(body).array();
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                clients.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            while (true) {
                byte[] request = request(client);
                requests.add(request);
                byte[] answer = script.answer(request);
                if (answer == null) {
                    return;
                }
                ByteBuffer rest = ByteBuffer.wrap(answer);
                while (rest.hasRemaining()) {
                    client.write(rest);
                }
                if (closesAfterwards) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // the client has gone, or the test is over
        }
    }

    private static byte[] request(SocketChannel client) throws IOException {
        ByteBuffer start = fill(client, ByteBuffer.allocate(2));
        int numbers = (start.get(1) >> 2 & 3) + 1 + (start.get(1) & 3) + 1;
        ByteBuffer header = fill(client, ByteBuffer.allocate(numbers));
        int length = 0;
        for (int i = 0; i < (start.get(1) >> 2 & 3) + 1; i++) {
            length = length << 8 | (header.get(i) & 0xFF);
        }
        ByteBuffer body = fill(client, ByteBuffer.allocate(length));
        return ByteBuffer.allocate(2 + numbers + length)
                .put(start)
                .put(header)
                .put(body)
                .array();
    }

    private static ByteBuffer fill(SocketChannel client, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (client.read(into) < 0) {
                throw new IOException("closed");
            }
        }
        return into.flip();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (SocketChannel client : clients) {
            client.close();
        }
        folder.close();
    }
}
