package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever the sizes, what goes in comes out in order.
final class OutputQueueTest {
    private final ByteBuffer transfer = ByteBuffer.allocateDirect(64 * 1024);
    private final OutputQueue queue = new OutputQueue();
    private SocketChannel near;
    private SocketChannel far;

    @BeforeEach
    void connect() throws IOException {
        var address = UnixDomainSocketAddress.of(Door.freshDirectory().resolve("s"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            near = SocketChannel.open(address);
            far = server.accept();
        }
        near.configureBlocking(false);
        far.configureBlocking(false);
    }

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
    }

    @Test
    void nothingIsQueuedWhileTheSocketTakesAll() throws IOException {
        assertThat(queue.send(near, transfer, new byte[] {1, 2, 3, 4}, 1, 3)).isEqualTo(2);

        assertThat(queue.size()).isZero();
        assertThat(received().toByteArray()).containsExactly(2, 3);
    }

    @Test
    void randomSizesComeOutInOrder() throws IOException {
        var random = new Random(20251121);
        var expected = new ByteArrayOutputStream();
        var actual = new ByteArrayOutputStream();
        int sent = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(random.nextInt(10) == 0 ? 200_000 : 2_000) + 1];
            random.nextBytes(bytes);
            expected.write(bytes, 0, bytes.length);
            sent += queue.send(near, transfer, bytes, 0, bytes.length);
            assertThat(queue.size()).isEqualTo(expected.size() - sent);
            if (random.nextInt(3) == 0) {
                actual.writeBytes(received().toByteArray());
                sent += queue.flush(near, transfer);
            }
        }
        while (actual.size() < expected.size()) {
            actual.writeBytes(received().toByteArray());
            queue.flush(near, transfer);
        }

        assertThat(queue.size()).isZero();
        assertThat(actual.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void clearForgetsEverything() throws IOException {
        queue.send(near, transfer, new byte[10_000_000], 0, 10_000_000);
        assertThat(queue.size()).isPositive();

        queue.clear();

        assertThat(queue.size()).isZero();
        assertThat(queue.flush(near, transfer)).isZero();
    }

    private ByteArrayOutputStream received() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(64 * 1024);
        while (far.read(buffer.clear()) > 0) {
            bytes.write(buffer.array(), 0, buffer.position());
        }
        return bytes;
    }
}
