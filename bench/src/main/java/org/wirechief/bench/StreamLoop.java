package org.wirechief.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;

/// TCP and Unix streams: one selector, one [StreamLink] a connection.
final class StreamLoop implements Loop {
    /// One read moves at most this much.
    static final int TRANSFER = 64 * 1024;

    private final Selector selector;
    private final List<StreamLink> links;
    private boolean started;

    private StreamLoop(Selector selector, List<StreamLink> links) {
        this.selector = selector;
        this.links = links;
    }

    static StreamLoop open(Target target, List<? extends Conversation> conversations) throws IOException {
        var loop = new StreamLoop(Selector.open(), new ArrayList<>());
        try {
            ByteBuffer transfer = ByteBuffer.allocateDirect(TRANSFER);
            for (Conversation conversation : conversations) {
                loop.links.add(StreamLink.connect(target, conversation, loop.selector, transfer));
            }
            return loop;
        } catch (IOException | RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    @Override
    public void turn(int millis) throws IOException {
        if (!started) {
            started = true;
            send();
        }
        if (selector.select(StreamLoop::ready, millis) == 0) {
            // a request that was given up has made room, and no reply will come to tell
            send();
        }
    }

    @Override
    public void send() {
        links.forEach(StreamLink::send);
    }

    private static void ready(SelectionKey key) {
        StreamLink link = (StreamLink) key.attachment();
        if (key.isValid() && key.isReadable()) {
            link.receive();
        }
        link.send();
    }

    @Override
    public int open() {
        return (int) links.stream().filter(StreamLink::isOpen).count();
    }

    @Override
    public void close() {
        links.forEach(StreamLink::close);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
