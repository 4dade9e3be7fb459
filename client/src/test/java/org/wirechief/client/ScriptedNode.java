package org.wirechief.client;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.HexFormat;

/// A node that accepts one connection, reads one request and then does what a test says.
final class ScriptedNode implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final Thread thread;
    private final String address;

    /// What the node does with a request: given its cookie, as hex digits.
    interface Script {
        void play(SocketChannel peer, String cookie) throws Exception;
    }

    ScriptedNode(Path directory, Script script) throws IOException {
        Path path = directory.resolve("node");
        address = "unixs:" + path;
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path));
        thread = Thread.ofVirtual().start(() -> {
            try (SocketChannel peer = listener.accept()) {
                while (true) {
                    script.play(peer, cookieOfRequest(peer));
                }
            } catch (Exception e) {
                // the test has seen all it wanted and closed something
            }
        });
    }

    String address() {
        return address;
    }

    static void send(SocketChannel peer, String hex) throws IOException {
        peer.write(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }

    /// A request of these tests is one packet and arrives whole. Its cookie is padded to the 4
    /// bytes that the scripts' headers announce: a small one is sent in fewer.
    private static String cookieOfRequest(SocketChannel peer) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(1024);
        if (peer.read(request) < 0) {
            throw new IOException("the client has gone");
        }
        int lengthBytes = (request.get(1) >> 2 & 3) + 1;
        int cookieBytes = (request.get(1) & 3) + 1;
        String cookie = HexFormat.of().formatHex(request.array(), 2 + lengthBytes, 2 + lengthBytes + cookieBytes);
        return "0".repeat(8 - cookie.length()) + cookie;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thread.interrupt();
    }
}
