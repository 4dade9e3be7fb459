package org.wirechief.it.live;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/// A connection that sends and receives bytes and knows nothing of what they mean, except where a
/// BINRPC packet ends. Whatever it waits for it waits for at most [#LIMIT].
public final class RawStream implements AutoCloseable {
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private RawStream(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.key = channel.register(selector, 0);
    }

    /// Connects.
    ///
    /// @param address `unixs:/path` or `tcp:127.0.0.1:port`
    public static RawStream to(String address) throws IOException {
        SocketAddress peer = peer(address);
        SocketChannel channel = peer instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        try {
            channel.connect(peer);
            channel.configureBlocking(false);
            return new RawStream(channel, Selector.open());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static SocketAddress peer(String address) {
        if (address.startsWith("unixs:")) {
            return UnixDomainSocketAddress.of(address.substring("unixs:".length()));
        }
        String[] parts = address.split(":");
        return new InetSocketAddress(parts[1], Integer.parseInt(parts[2]));
    }

    /// Sends all of it.
    public void send(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (rest.hasRemaining()) {
            if (channel.write(rest) == 0 && !ready(SelectionKey.OP_WRITE, end)) {
                throw new AssertionError("the server takes no bytes, " + rest.remaining() + " left to send");
            }
        }
    }

    /// Sends what the system takes now.
    ///
    /// @return how many bytes that was
    public int sendSome(byte[] bytes, int from) throws IOException {
        return channel.write(ByteBuffer.wrap(bytes, from, bytes.length - from));
    }

    /// Says that nothing more will be sent.
    public void halfClose() throws IOException {
        channel.shutdownOutput();
    }

    /// The next `length` bytes.
    public byte[] receive(int length) throws IOException {
        byte[] bytes = new byte[length];
        ByteBuffer into = ByteBuffer.wrap(bytes);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (into.hasRemaining()) {
            int read = channel.read(into);
            if (read < 0 || (read == 0 && !ready(SelectionKey.OP_READ, end))) {
                String came = HexFormat.of().formatHex(bytes, 0, Math.min(64, into.position()));
                throw new AssertionError((read < 0 ? "closed after " : "nothing more after ") + into.position()
                        + " bytes of " + length + ": " + came);
            }
        }
        return bytes;
    }

    /// What comes, for as long as it is what was expected.
    public byte[] receiveAsLongAs(byte[] expected) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(expected.length);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (bytes.hasRemaining()
                && Arrays.equals(expected, 0, bytes.position(), bytes.array(), 0, bytes.position())) {
            int read = readOrEnd(bytes);
            if (read < 0 || (read == 0 && !ready(SelectionKey.OP_READ, end))) {
                break;
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /// What has come by now, of an answer that is known to be there; waits for its first byte.
    public byte[] receiveSome() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(receive(1));
        ByteBuffer some = ByteBuffer.allocate(8192);
        for (int read = readOrEnd(some); read > 0; read = readOrEnd(some.clear())) {
            all.write(some.array(), 0, read);
        }
        return all.toByteArray();
    }

    /// The next BINRPC packet.
    public byte[] receivePacket() throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        byte[] start = receive(2);
        int lengthBytes = (start[1] >> 2 & 3) + 1;
        int cookieBytes = (start[1] & 3) + 1;
        byte[] numbers = receive(lengthBytes + cookieBytes);
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | (numbers[i] & 0xFF);
        }
        packet.writeBytes(start);
        packet.writeBytes(numbers);
        packet.writeBytes(receive(length));
        return packet.toByteArray();
    }

    /// All bytes until the server closes; a reset counts as that.
    public byte[] receiveAll() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(8192);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            int read = readOrEnd(some.clear());
            if (read < 0) {
                return all.toByteArray();
            }
            all.write(some.array(), 0, read);
            if (read == 0 && !ready(SelectionKey.OP_READ, end)) {
                throw new AssertionError("the server neither closes nor sends after " + all.size() + " bytes");
            }
        }
    }

    /// All bytes until these have come, or the server closes; a reset counts as that.
    public byte[] receiveThrough(byte[] last) throws IOException {
        byte[] all = new byte[0];
        ByteBuffer some = ByteBuffer.allocate(65536);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!endsWith(all, last)) {
            int read = readOrEnd(some.clear());
            if (read < 0) {
                break;
            }
            int before = all.length;
            all = Arrays.copyOf(all, before + read);
            some.get(0, all, before, read);
            if (read == 0 && !ready(SelectionKey.OP_READ, end)) {
                throw new AssertionError("the server neither closes nor goes on after "
                        + HexFormat.of().formatHex(all, 0, Math.min(64, all.length)));
            }
        }
        return all;
    }

    private static boolean endsWith(byte[] all, byte[] last) {
        int from = all.length - last.length;
        return from >= 0 && Arrays.equals(all, from, all.length, last, 0, last.length);
    }

    /// What is there to read at this moment: bytes, none, or the end.
    public Now now() throws IOException {
        ByteBuffer some = ByteBuffer.allocate(8192);
        int read = readOrEnd(some);
        return read < 0 ? Now.CLOSED : read == 0 ? Now.SILENT : Now.BYTES;
    }

    public enum Now {
        SILENT,
        BYTES,
        CLOSED
    }

    private int readOrEnd(ByteBuffer into) throws IOException {
        try {
            return channel.read(into);
        } catch (java.net.SocketException e) {
            return -1;
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("reset")) {
                return -1;
            }
            throw e;
        }
    }

    private boolean ready(int operation, long end) throws IOException {
        key.interestOps(operation);
        long left = (end - System.nanoTime()) / 1_000_000;
        boolean ready = left > 0 && selector.select(left) > 0;
        selector.selectedKeys().clear();
        return ready;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
