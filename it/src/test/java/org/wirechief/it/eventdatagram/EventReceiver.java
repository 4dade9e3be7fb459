package org.wirechief.it.eventdatagram;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirechief.it.live.RawStream;
import org.wirechief.net.Address;
import org.wirechief.net.DatagramLimits;
import org.wirechief.net.DatagramListener;
import org.wirechief.net.DatagramReaders;
import org.wirechief.net.FileAccess;
import org.wirechief.net.NetCounters;

/// Somebody who wants events, on a socket of its own. Reads all the time, or only what it may.
final class EventReceiver implements AutoCloseable {
    private final DatagramListener socket;
    private final BlockingQueue<Got> got;
    private final Semaphore mayRead;

    /// @param port where it came from, 0 for a Unix socket
    record Got(String text, int port) {}

    private EventReceiver(Address address, Semaphore mayRead) throws IOException {
        this.mayRead = mayRead;
        BlockingQueue<Got> into = new LinkedBlockingQueue<>();
        this.got = into;
        this.socket = DatagramListener.open(
                DatagramReaders.one("event receiver", (peer, bytes, from, to, _) -> {
                    mayRead.acquireUninterruptibly();
                    mayRead.release();
                    into.add(new Got(new String(bytes, from, to - from, ISO_8859_1), peer.port()));
                }),
                address,
                FileAccess.PRIVATE,
                DatagramLimits.DEFAULT,
                new NetCounters());
    }

    static EventReceiver at(Address address) throws IOException {
        return new EventReceiver(address, new Semaphore(1));
    }

    static EventReceiver udp(String host) throws IOException {
        return at(Address.udp(host, 0));
    }

    static EventReceiver unix(Path path) throws IOException {
        return at(Address.unixDatagram(path.toString()));
    }

    /// One that takes a single datagram out of its queue and then sleeps.
    static EventReceiver asleep(Path path) throws IOException {
        return new EventReceiver(Address.unixDatagram(path.toString()), new Semaphore(0));
    }

    void wake() {
        mayRead.release();
    }

    /// As a subscription names it.
    String name() {
        Address local = socket.local();
        return switch (local.transport()) {
            case UDP -> local.toString();
            case UNIX_DATAGRAM -> "unix:" + local.name();
            case UNIX_STREAM, TCP, FIFO -> throw new AssertionError(local.toString());
        };
    }

    Got receive() throws InterruptedException {
        Got next = got.poll(RawStream.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("no event came to " + name());
        }
        return next;
    }

    /// How many came that nobody has asked for.
    int waiting() {
        return got.size();
    }

    /// What the kernel dropped at its UDP socket, of 127.0.0.1: the last number of its line.
    long dropped() {
        String local = "0100007F:%04X".formatted(socket.local().port());
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/net/udp"))) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields[1].equals(local))
                    .mapToLong(fields -> Long.parseLong(fields[fields.length - 1]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Got receive(Duration patience) throws InterruptedException {
        return got.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        mayRead.release();
        socket.close();
    }
}
