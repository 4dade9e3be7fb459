package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Several threads on one UDP socket.
final class UdpReadersTest {
    private final NetCounters counters = new NetCounters();

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "0.0.0.0,   127.0.0.1",
        "localhost, 127.0.0.1",
        "::1,       ::1",
        "::,        ::1",
        "::,        127.0.0.1",
    })
    void answersComeFromTheBoundSocket(String host, String asked) throws Exception {
        try (var readers = open(2, host, DatagramLimits.DEFAULT, DatagramDoor.ECHO);
                var client = client()) {
            send(client, asked, readers.local().port(), "hello".getBytes(UTF_8));
            DatagramPacket answer = receive(client);

            assertThat(answer.getData()).startsWith("hello".getBytes(UTF_8));
            assertThat(answer.getPort()).isEqualTo(readers.local().port());
            assertThat(answer.getAddress()).isEqualTo(InetAddress.ofLiteral(asked));
        }
    }

    @Test
    void readersWhoseHandlersWaitLeaveTheRestToTheOthers() throws Exception {
        var going = new Semaphore(0);
        DatagramHandler handler = (peer, bytes, from, to, replies) -> {
            if (bytes[from] == 's') {
                going.acquireUninterruptibly();
            }
            replies.send(peer, bytes, from, to);
        };
        try (var readers = open(3, "127.0.0.1", DatagramLimits.DEFAULT, handler);
                var slow = client();
                var quick = client()) {
            send(slow, "127.0.0.1", readers.local().port(), "s1".getBytes(UTF_8));
            send(slow, "127.0.0.1", readers.local().port(), "s2".getBytes(UTF_8));
            for (int i = 0; i < 50; i++) {
                send(quick, "127.0.0.1", readers.local().port(), ("q" + i).getBytes(UTF_8));
                assertThat(text(receive(quick))).isEqualTo("q" + i);
            }
            going.release(2);
            assertThat(text(receive(slow))).startsWith("s");
            assertThat(text(receive(slow))).startsWith("s");
        }
    }

    @Test
    void whatIsTooLongIsTold() throws Exception {
        DatagramHandler handler = new DatagramHandler() {
            @Override
            public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
                replies.send(peer, ("took " + (to - from)).getBytes(UTF_8), 0, ("took " + (to - from)).length());
            }

            @Override
            public void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
                replies.send(peer, ("kept " + (to - from)).getBytes(UTF_8), 0, ("kept " + (to - from)).length());
            }
        };
        try (var readers = open(1, "127.0.0.1", DatagramLimits.DEFAULT.withMaxRequest(65457), handler);
                var client = client()) {
            client.setSendBufferSize(1 << 20);
            for (int length : new int[] {65457, 65458, 65507, 0}) {
                send(client, "127.0.0.1", readers.local().port(), new byte[length]);
                assertThat(text(receive(client))).isEqualTo((length > 65457 ? "kept 65457" : "took " + length));
            }
            assertThat(counters.datagrams.tooLong.sum()).isEqualTo(2);
        }
    }

    @Test
    void ownSocketIsKnown() throws Exception {
        try (var readers = open(1, "0.0.0.0", DatagramLimits.DEFAULT, DatagramDoor.ECHO)) {
            int port = readers.local().port();
            assertThat(readers.isOwn(peer("127.0.0.1", port))).isTrue();
            assertThat(readers.isOwn(peer("127.0.0.1", port ^ 1))).isFalse();
            assertThat(readers.isOwn(peer("192.0.2.1", port))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void portIsFreeAfterwards(boolean drain) throws Exception {
        var readers = open(3, "127.0.0.1", DatagramLimits.DEFAULT, DatagramDoor.ECHO);
        var address = Address.udp("127.0.0.1", readers.local().port());
        assertThatThrownBy(() -> open(1, address, DatagramLimits.DEFAULT, DatagramDoor.ECHO))
                .isInstanceOf(BindException.class);
        if (drain) {
            assertThat(readers.drain(Duration.ofSeconds(60))).isTrue();
        } else {
            readers.close();
        }

        open(1, address, DatagramLimits.DEFAULT, DatagramDoor.ECHO).close();
    }

    /// The system has a limit on threads. Those that have started handle nothing: who handles may
    /// need what is not opened.
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void portIsFreeWhenAThreadCannotStart(int others) throws Exception {
        Address address;
        try (var before = open(1, "127.0.0.1", DatagramLimits.DEFAULT, DatagramDoor.ECHO)) {
            address = Address.udp("127.0.0.1", before.local().port());
        }
        var threads = new AtomicInteger();
        var handled = new CountDownLatch(1);
        var unstartable = new Unstartable(() -> {
            send(address, "early");
            assertThat(handled.await(300, TimeUnit.MILLISECONDS)).isFalse();
            return "no thread, on purpose";
        });
        DatagramHandler handler = (peer, bytes, from, to, replies) -> handled.countDown();
        var readers = new DatagramReaders(
                "udp",
                reader -> threads.incrementAndGet() > others ? unstartable : new Thread(reader),
                Collections.nCopies(4, handler));

        assertThatThrownBy(() ->
                        DatagramListener.open(readers, address, FileAccess.PRIVATE, DatagramLimits.DEFAULT, counters))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("no thread, on purpose");

        open(1, address, DatagramLimits.DEFAULT, DatagramDoor.ECHO).close();
        assertThat(handled.getCount()).isEqualTo(1);
    }

    private static final class Unstartable extends Thread {
        private final Callable<String> before;

        Unstartable(Callable<String> before) {
            this.before = before;
        }

        @Override
        public void start() {
            try {
                throw new OutOfMemoryError(before.call());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private DatagramListener open(int count, String host, DatagramLimits limits, DatagramHandler handler)
            throws IOException {
        return open(count, Address.udp(host, 0), limits, handler);
    }

    private DatagramListener open(int count, Address address, DatagramLimits limits, DatagramHandler handler)
            throws IOException {
        var readers = DatagramReaders.several("udp reader", count, () -> handler);
        return DatagramListener.open(readers, address, FileAccess.PRIVATE, limits, counters);
    }

    private static DatagramPeer peer(String host, int port) {
        return DatagramPeer.udp(new java.net.InetSocketAddress(InetAddress.ofLiteral(host), port));
    }

    private static DatagramSocket client() throws IOException {
        var socket = new DatagramSocket();
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Address to, String text) {
        try (var client = client()) {
            send(client, to.name(), to.port(), text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(DatagramSocket socket, String host, int port, byte[] bytes) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.ofLiteral(host), port));
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[65535], 65535);
        socket.receive(packet);
        return packet;
    }

    private static String text(DatagramPacket packet) {
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }
}
