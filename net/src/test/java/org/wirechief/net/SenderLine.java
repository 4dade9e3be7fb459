package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A line of numbered datagrams for one receiver, and what became of them.
final class SenderLine implements OutgoingLine {
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    private final DatagramPeer peer;
    private final ConcurrentLinkedQueue<Outgoing> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Numbered(byte[] bytes, SenderLine line) implements Outgoing {
        @Override
        public void sent() {
            line.sent.incrementAndGet();
        }

        @Override
        public void failed() {
            line.failed.incrementAndGet();
        }
    }

    SenderLine(DatagramPeer peer) {
        this.peer = peer;
    }

    static SenderLine to(Path path) {
        return new SenderLine(DatagramPeer.atPath(path.toString().getBytes(UTF_8)));
    }

    /// Puts in one of so many zeros.
    void putLong(DatagramSender sender, int length) {
        waiting.add(new Numbered("0".repeat(length).getBytes(UTF_8), this));
        if (announced.compareAndSet(false, true)) {
            sender.announce(peer, this);
        }
    }

    DatagramPeer peer() {
        return peer;
    }

    /// Puts in the numbers from `from` to `to` (exclusive) and tells nobody.
    void fill(int from, int to) {
        IntStream.range(from, to)
                .forEach(n -> waiting.add(new Numbered(Integer.toString(n).getBytes(UTF_8), this)));
    }

    /// Puts in the numbers from `from` to `to` (exclusive).
    ///
    /// @return whether the sender will look at them
    boolean put(DatagramSender sender, int from, int to) {
        fill(from, to);
        return !announced.compareAndSet(false, true) || sender.announce(peer, this);
    }

    @Override
    public @Nullable Outgoing next() {
        Outgoing next = waiting.poll();
        if (next == null) {
            announced.set(false);
            // somebody may have put something in between, who was not the first to announce it
            next = waiting.peek() != null && announced.compareAndSet(false, true) ? waiting.poll() : null;
        }
        return next;
    }

    @Override
    public void failAll() {
        for (Outgoing one = next(); one != null; one = next()) {
            one.failed();
        }
    }

    @Override
    public int size() {
        return waiting.size();
    }

    int settled() {
        return sent.get() + failed.get();
    }
}
