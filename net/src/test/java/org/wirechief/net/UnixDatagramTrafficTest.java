package org.wirechief.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.net.linux.UnixName;

/// Requests and answers over Unix datagrams, from all kinds of clients.
final class UnixDatagramTrafficTest {
    private final LinkedBlockingQueue<DatagramPeer> peers = new LinkedBlockingQueue<>();

    private DatagramDoor remembering() throws Exception {
        return new DatagramDoor((peer, bytes, from, to, replies) -> {
            peers.add(peer);
            replies.send(peer, bytes, from, to);
        });
    }

    @Test
    void clientWithPath() throws Exception {
        try (var door = remembering();
                var client = UnixClient.at(door.beside("client"))) {
            assertThat(client.ask(door.path, "hello")).isEqualTo("hello");

            DatagramPeer peer = peers.take();
            assertThat(peer.transport()).isEqualTo(Transport.UNIX_DATAGRAM);
            assertThat(peer.isAddressable()).isTrue();
            assertThat(peer.address()).isEqualTo(door.beside("client").toString());
            assertThat(peer).hasToString("unixd:" + door.beside("client"));
            assertThat(peer.port()).isZero();
            assertThat(peer.inet()).isNull();
            assertThat(peer.isLocal()).isTrue();
        }
    }

    @Test
    void clientWithAbstractName() throws Exception {
        try (var door = remembering();
                var client = UnixClient.withAbstractName()) {
            assertThat(client.ask(door.path, "hello")).isEqualTo("hello");

            assertThat(peers.take().address()).matches("@[0-9a-f]{5}");
        }
    }

    @Test
    void connectedClient() throws Exception {
        try (var door = remembering();
                var client = UnixClient.withAbstractName().connect(door.path)) {
            client.send("hello".getBytes(UTF_8));

            assertThat(client.receive()).asString().isEqualTo("hello");
        }
    }

    @Test
    void clientWhoseNameIsNoText() throws Exception {
        try (var door = remembering()) {
            var name = UnixName.path(door.beside("caf\u00e9\n").toString().getBytes(ISO_8859_1));
            try (var client = UnixClient.named(name)) {
                assertThat(client.ask(door.path, "hello")).isEqualTo("hello");
            }

            DatagramPeer peer = peers.take();
            assertThat(peer.address()).isEqualTo(door.beside("caf") + "\\xe9\\x0a");
            assertThat(peer.rawAddress()).isEqualTo(name.bytes());
        }
    }

    @Test
    void unboundClientIsHeardButNotAnswered() throws Exception {
        try (var door = remembering();
                var nobody = UnixClient.unbound();
                var client = UnixClient.at(door.beside("client"))) {
            nobody.send(door.path, "hello".getBytes(UTF_8));

            assertThat(client.ask(door.path, "and me?")).isEqualTo("and me?");

            DatagramPeer peer = peers.take();
            assertThat(peer.isAddressable()).isFalse();
            assertThat(peer.address()).isEmpty();
            assertThat(peer.credentials()).isNotNull();
            assertThat(peer).isNotEqualTo(DatagramPeer.of(UnixName.NONE, null));
            assertThat(door.counters.repliesUnaddressable.sum()).isEqualTo(1);
            assertThat(door.counters.sendErrors.sum()).isZero();
        }
    }

    @Test
    void everyDatagramTellsItsProcess() throws Exception {
        try (var door = remembering();
                var client = UnixClient.withAbstractName()) {
            client.ask(door.path, "hello");

            int uid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            int gid = (int) Files.getAttribute(Path.of("/proc/self"), "unix:gid");
            int pid = (int) ProcessHandle.current().pid();
            assertThat(peers.take().credentials()).isEqualTo(new ProcessCredentials(pid, uid, gid));
        }
    }

    @Test
    void handlerRunsOnTheNamedThread() throws Exception {
        var threads = new LinkedBlockingQueue<String>();
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    threads.add(Thread.currentThread().getName() + " " + LinuxThread.id());
                });
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[1]);

            assertThat(threads.take()).isEqualTo("test door " + door.listener.threadId());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everySize(int seed) throws Exception {
        var random = new Random(seed);
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    byte[] answer = (to - from + " " + checksum(bytes, from, to)).getBytes(UTF_8);
                    replies.send(peer, answer, 0, answer.length);
                });
                var client = UnixClient.withAbstractName().connect(door.path)) {
            for (int i = 0; i < 2000; i++) {
                int size = i < 300 ? i : i < 320 ? 65535 - (i - 300) : random.nextInt(65536);
                byte[] request = new byte[size];
                random.nextBytes(request);
                client.send(request);

                assertThat(client.receive()).asString().isEqualTo(size + " " + checksum(request, 0, size));
            }
        }
    }

    @Test
    void longerThanAllowedIsDroppedAndCounted() throws Exception {
        try (var door = DatagramDoor.echo();
                var client = UnixClient.withAbstractName().connect(door.path)) {
            client.send(new byte[65536]);
            client.send(new byte[66_000]);
            client.send("next".getBytes(UTF_8));

            assertThat(client.receive()).asString().isEqualTo("next");
            assertThat(door.counters.tooLong.sum()).isEqualTo(2);
            assertThat(door.counters.received.sum()).isEqualTo(3);
        }
    }

    @Test
    void lengthsCanBeLimited() throws Exception {
        var limits = DatagramLimits.DEFAULT.withMaxRequest(10).withMaxReply(3);
        var refusals = new LinkedBlockingQueue<String>();
        try (var door = new DatagramDoor(limits, (peer, bytes, from, to, replies) -> {
                    try {
                        replies.send(peer, bytes, from, to);
                    } catch (IllegalArgumentException e) {
                        refusals.add(e.getMessage());
                    }
                });
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[11]);
            client.send(door.path, new byte[10]);

            assertThat(client.ask(door.path, "yes")).isEqualTo("yes");
            assertThat(refusals).containsExactly("an answer of 10 bytes is longer than a datagram's 3; split it");
            assertThat(door.counters.tooLong.sum()).isEqualTo(1);
        }
    }

    @Test
    void answersOfOtherThreadsComeInTheirOrder() throws Exception {
        int count = 2000;
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; i < count; i++) {
                                byte[] answer = String.valueOf(i).getBytes(UTF_8);
                                replies.send(peer, answer, 0, answer.length);
                                answer[0] = 'x';
                                if (i % 50 == 0) {
                                    pause();
                                }
                            }
                        }));
                var client = UnixClient.withAbstractName().connect(door.path)) {
            client.send(new byte[1]);

            for (int i = 0; i < count; i++) {
                assertThat(client.receive()).asString().isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void handlerThatThrowsConcernsItsDatagramOnly() throws Exception {
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    if (to - from == 1) {
                        throw new IllegalStateException("thrown by a test, on purpose");
                    }
                    replies.send(peer, bytes, from, to);
                });
                var client = UnixClient.withAbstractName()) {
            client.send(door.path, new byte[1]);

            assertThat(client.ask(door.path, "two")).isEqualTo("two");
            assertThat(door.counters.handlerErrors.sum()).isEqualTo(1);
        }
    }

    @Test
    void bytesAreCounted() throws Exception {
        try (var door = DatagramDoor.echo();
                var client = UnixClient.withAbstractName()) {
            client.ask(door.path, "12345");

            await().untilAsserted(() -> assertThat(door.counters.sent.sum()).isEqualTo(1));
            assertThat(door.all.bytesIn.sum()).isEqualTo(5);
            assertThat(door.all.bytesOut.sum()).isEqualTo(5);
        }
    }

    @Test
    void ownSocketIsRecognised() throws Exception {
        var addresses = new LinkedBlockingQueue<DatagramPeer>();
        try (var other = remembering();
                var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    addresses.add(peer);
                    // what the other one receives comes from this door's own socket
                    replies.send(DatagramPeer.of(UnixClient.path(other.path), null), bytes, from, to);
                });
                var client = UnixClient.at(door.beside("client"))) {
            client.send(door.path, new byte[1]);

            assertThat(door.listener.isOwn(addresses.take())).isFalse();
            DatagramPeer own = peers.take();
            assertThat(door.listener.isOwn(own)).isTrue();
            assertThat(other.listener.isOwn(own)).isFalse();
        }
    }

    @Test
    void anotherTransportsPeerIsRefused() throws Exception {
        var udp = DatagramPeer.udp(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
        try (var door = new DatagramDoor((peer, bytes, from, to, replies) -> {
                    assertThatThrownBy(() -> replies.send(udp, bytes, from, to))
                            .isInstanceOf(IllegalArgumentException.class);
                    assertThatThrownBy(() -> replies.send(peer, bytes, from, bytes.length + 1))
                            .isInstanceOf(IndexOutOfBoundsException.class);
                    replies.send(peer, bytes, from, to);
                });
                var client = UnixClient.withAbstractName()) {
            assertThat(client.ask(door.path, "still there")).isEqualTo("still there");
        }
    }

    private static String checksum(byte[] bytes, int from, int to) {
        var crc = new CRC32();
        crc.update(bytes, from, to - from);
        return Long.toHexString(crc.getValue());
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
