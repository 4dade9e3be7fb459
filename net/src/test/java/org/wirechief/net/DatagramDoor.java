package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/// A Unix datagram listener for a test, at a fresh path, with its counters.
final class DatagramDoor implements AutoCloseable {
    /// Sends everything back.
    static final DatagramHandler ECHO = (peer, bytes, from, to, replies) -> replies.send(peer, bytes, from, to);

    final Path path = Door.freshDirectory().resolve("door");
    final NetCounters all = new NetCounters();
    final DatagramCounters counters = all.datagrams;
    final DatagramListener listener;
    private volatile DatagramReplies replies;

    DatagramDoor(DatagramLimits limits, DatagramHandler handler) throws IOException {
        listener = open(limits, DatagramReaders.one("test door", (peer, bytes, from, to, answers) -> {
            replies = answers;
            handler.received(peer, bytes, from, to, answers);
        }));
    }

    private DatagramDoor(int readers, DatagramLimits limits, DatagramHandler handler) throws IOException {
        listener = open(limits, DatagramReaders.several("test reader", readers, () -> handler));
    }

    private DatagramListener open(DatagramLimits limits, DatagramReaders readers) throws IOException {
        return DatagramListener.open(readers, Address.unixDatagram(path.toString()), FileAccess.PRIVATE, limits, all);
    }

    /// Several threads call the handler.
    static DatagramDoor readBy(int readers, DatagramLimits limits, DatagramHandler handler) throws IOException {
        return new DatagramDoor(readers, limits, handler);
    }

    DatagramDoor(DatagramHandler handler) throws IOException {
        this(DatagramLimits.DEFAULT, handler);
    }

    static DatagramDoor echo() throws IOException {
        return new DatagramDoor(ECHO);
    }

    /// Limits that give up soon, or late.
    static DatagramLimits expiringAfter(Duration time) {
        return DatagramLimits.DEFAULT.withReplyTimeout(time);
    }

    /// A path beside the door.
    Path beside(String name) {
        return path.resolveSibling(name);
    }

    /// What the handler was given last.
    DatagramReplies replies() {
        return Objects.requireNonNull(replies);
    }

    /// Answers that were settled in one way or another.
    long settled() {
        return counters.sent.sum()
                + counters.repliesUnaddressable.sum()
                + counters.repliesDropped.sum()
                + counters.repliesExpired.sum()
                + counters.repliesPeerGone.sum()
                + counters.sendErrors.sum();
    }

    @Override
    public String toString() {
        return "received " + counters.received + ", sent " + counters.sent + ", parked " + counters.repliesParked
                + ", dropped " + counters.repliesDropped + ", expired " + counters.repliesExpired + ", gone "
                + counters.repliesPeerGone + ", errors " + counters.sendErrors;
    }

    @Override
    public void close() {
        listener.close();
    }
}
