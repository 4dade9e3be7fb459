package org.wirechief.net;

import java.io.IOException;
import java.time.Duration;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.Wakeup;

/// The outside of a Unix datagram socket and its thread, see [UnixDatagramLoop].
final class UnixDatagramListener implements DatagramListener {
    private final Address address;
    private final UnixDatagramServerSocket socket;
    private final UnixDatagramLoop loop;

    private UnixDatagramListener(Address address, UnixDatagramServerSocket socket, UnixDatagramLoop loop) {
        this.address = address;
        this.socket = socket;
        this.loop = loop;
    }

    static UnixDatagramListener open(
            String threadName,
            Address address,
            FileAccess access,
            DatagramLimits limits,
            NetCounters counters,
            DatagramHandler handler)
            throws IOException {
        if (address.transport() != Transport.UNIX_DATAGRAM) {
            throw new IllegalArgumentException(address + " is no Unix datagram address; allowed is unixd");
        }
        try (var libc = new Libc()) {
            var socket = UnixDatagramServerSocket.open(libc, address, access);
            try {
                var loop = new UnixDatagramLoop(threadName, socket, Wakeup.open(libc), limits, counters, handler);
                loop.start();
                return new UnixDatagramListener(address, socket, loop);
            } catch (IOException | RuntimeException e) {
                socket.removeFile();
                socket.socket().close(libc);
                throw e;
            }
        } catch (UnsupportedOperationException e) {
            throw BindFailure.because(address, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Address local() {
        return address;
    }

    @Override
    public boolean isOwn(DatagramPeer peer) {
        return socket.isSource(peer);
    }

    @Override
    public long threadId() {
        return loop.threadId();
    }

    @Override
    public void stopReceiving() {
        loop.stopReceiving();
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        return loop.drain(timeout);
    }

    @Override
    public void close() {
        loop.close();
    }
}
