package org.wirechief.client;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/// A node that accepts one connection and then does what a test says.
final class ScriptedNode implements AutoCloseable {
    private final ServerSocketChannel listener;
    private final Thread thread;
    private final String address;

    /// What the node does from the first request on.
    interface Talk {
        void play(ScriptedPeer peer) throws Exception;
    }

    /// What the node does with each request: given its cookie, as 8 hex digits.
    interface Script {
        void play(ScriptedPeer peer, String cookie) throws Exception;
    }

    ScriptedNode(Path directory, Script script) throws IOException {
        this(directory, peer -> {
            while (true) {
                script.play(peer, peer.next().cookie());
            }
        });
    }

    private ScriptedNode(Path directory, Talk talk) throws IOException {
        Path path = directory.resolve("node");
        address = "unixs:" + path;
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(path));
        thread = Thread.ofVirtual().start(() -> {
            try (SocketChannel channel = listener.accept()) {
                talk.play(new ScriptedPeer(channel));
            } catch (Exception e) {
                // the test has seen all it wanted and closed something
            }
        });
    }

    static ScriptedNode talking(Path directory, Talk talk) throws IOException {
        return new ScriptedNode(directory, talk);
    }

    String address() {
        return address;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        thread.interrupt();
    }
}
