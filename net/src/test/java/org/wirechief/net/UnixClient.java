package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxDatagramSocket;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.SendBatch;
import org.wirechief.net.linux.UnixName;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// A Unix datagram client that does only what it is told. Belongs to the thread that opened it.
final class UnixClient implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Libc libc = new Libc();
    private final LinuxDatagramSocket socket;
    private final Wakeup wakeup;
    private final Waiting waiting;
    private final ReceiveBatch in = new ReceiveBatch(libc, 1, 65536);
    private final SendBatch out = new SendBatch(libc, 1, 70_000);

    private UnixClient() throws IOException {
        socket = LinuxDatagramSocket.unix(libc);
        socket.sendBuffer(libc, 1 << 20);
        wakeup = Wakeup.open(libc);
        waiting = new Waiting(libc, socket, wakeup);
    }

    /// Without a name: nobody can answer it.
    static UnixClient unbound() throws IOException {
        return new UnixClient();
    }

    static UnixClient at(Path path) throws IOException {
        return named(path(path));
    }

    static UnixClient withAbstractName() throws IOException {
        return named(UnixName.NONE);
    }

    static UnixClient named(UnixName name) throws IOException {
        var client = new UnixClient();
        client.socket.bind(client.libc, name);
        return client;
    }

    static UnixName path(Path path) {
        return UnixName.path(path.toString().getBytes(UTF_8));
    }

    UnixClient connect(Path server) throws IOException {
        socket.connect(libc, path(server));
        return this;
    }

    UnixName name() throws IOException {
        return (UnixName) socket.name(libc);
    }

    /// Sends to a server, waiting while its queue is full.
    void send(Path server, byte[] bytes) throws IOException {
        send(path(server), bytes);
    }

    /// Sends to the server it is connected to.
    void send(byte[] bytes) throws IOException {
        send(UnixName.NONE, bytes);
    }

    void send(UnixName to, byte[] bytes) throws IOException {
        out.add(to, bytes, 0, bytes.length);
        long end = System.nanoTime() + PATIENCE.toNanos();
        int answer = socket.send(out, 0, 1);
        while (Errno.EAGAIN.is(answer) && System.nanoTime() < end) {
            Thread.onSpinWait();
            answer = socket.send(out, 0, 1);
        }
        out.clear();
        if (answer < 0) {
            throw new IOException("send: " + Errno.describe(answer));
        }
    }

    byte[] receive() throws IOException {
        return receive(PATIENCE).orElseThrow(() -> new IOException("nothing came"));
    }

    Optional<byte[]> receive(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        do {
            if (socket.receive(in) == 1) {
                byte[] bytes = new byte[in.length(0)];
                in.copy(0, bytes, 0);
                return Optional.of(bytes);
            }
            waiting.await(Waiting.Event.RECEIVE, (int)
                    Math.max(1, Math.min(100, (end - System.nanoTime()) / 1_000_000)));
        } while (System.nanoTime() < end);
        return Optional.empty();
    }

    String ask(Path server, String text) throws IOException {
        send(server, text.getBytes(UTF_8));
        return new String(receive(), UTF_8);
    }

    @Override
    public void close() {
        socket.close(libc);
        wakeup.close(libc);
        libc.close();
    }
}
