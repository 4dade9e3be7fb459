package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DatagramInboxTest {
    private static final String THREAD = "inbox";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        received.add(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    private static void send(Address target, byte[] bytes) throws IOException {
        if (target.transport() == Transport.UNIX_DATAGRAM) {
            try (var dial = DatagramDial.connect(target)) {
                dial.send(bytes, 0, bytes.length, Duration.ZERO);
            }
        } else {
            try (var socket = new DatagramSocket()) {
                var address = new InetSocketAddress(InetAddress.ofLiteral(target.name()), target.port());
                socket.send(new DatagramPacket(bytes, bytes.length, address));
            }
        }
    }

    @Test
    void aServerOnTheNetworkReachesTheAddressItIsReachedFrom() throws Exception {
        try (var inbox = DatagramInbox.reachableFrom(THREAD, Address.udp("127.0.0.1", 9), this::received)) {
            send(inbox.local(), new byte[] {'a'});

            assertThat(received.take()).isEqualTo("a");
            assertThat(inbox.local().name()).isEqualTo("127.0.0.1");
            assertThat(inbox.overflown()).hasValue(0);
        }
    }

    @Test
    void aServerAtAPathOfThisUserReachesAPrivateFolder(@TempDir Path folder) throws Exception {
        Path server = Files.createFile(folder.resolve("mi"));
        Path file;
        try (var inbox = DatagramInbox.reachableFrom(THREAD, Address.unixDatagram(server.toString()), this::received)) {
            send(inbox.local(), new byte[] {'a'});
            file = Path.of(inbox.local().name());

            assertThat(received.take()).isEqualTo("a");
            // what root made may be meant for any user
            boolean isRoot = "root".equals(System.getProperty("user.name"));
            assertThat(mode(file)).isEqualTo(isRoot ? "rw-rw-rw-" : "rw-------");
            assertThat(mode(file.getParent())).isEqualTo(isRoot ? "rwx--x--x" : "rwx------");
            assertThat(inbox.overflown()).isEmpty();
        }
        assertThat(file.getParent()).doesNotExist();
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void onlyAFileOfThisUserSaysWhoTheServerIs() throws IOException {
        assertThat(FreshFolder.isOwn(1000, 1000)).isTrue();
        assertThat(FreshFolder.isOwn(1000, 1001)).isFalse();
        assertThat(FreshFolder.isOwn(0, 1000)).isFalse();
        assertThat(FreshFolder.isOwn(0, 0)).isFalse();
        assertThat(DatagramInbox.accessFor(Address.udp("127.0.0.1", 9)).mode()).isEqualTo(0666);
    }

    @Test
    void aServerOfAnotherUserCanSendToo() throws IOException {
        try (var folder = new FreshFolder(Path.of("nowhere"), false)) {
            assertThat(folder.access().mode()).isEqualTo(0666);
        }
    }

    @Test
    void whatTheSystemDropsIsCounted() throws Exception {
        var blocked = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        DatagramHandler slow = (_, _, _, _, _) -> {
            began.countDown();
            await(blocked);
        };
        try (var inbox = DatagramInbox.reachableFrom(THREAD, Address.udp("127.0.0.1", 9), slow)) {
            send(inbox.local(), new byte[1]);
            began.await();
            for (int i = 0; i < 4000 && inbox.overflown().orElseThrow() == 0; i++) {
                send(inbox.local(), new byte[60_000]);
            }

            assertThat(inbox.overflown().orElseThrow()).isPositive();
            blocked.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aHostThatIsNoneIsTold() {
        assertThatThrownBy(() ->
                        DatagramInbox.reachableFrom(THREAD, Address.udp("no.such.host.invalid", 9), this::received))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("no.such.host.invalid");
    }
}
