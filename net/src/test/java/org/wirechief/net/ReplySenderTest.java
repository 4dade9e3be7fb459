package org.wirechief.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.SendBatch;

/// Answers over UDP from several threads while the socket's own buffer is full. Loopback never
/// fills that of a real one.
final class ReplySenderTest {
    private static final int EAGAIN = -11;
    private static final int EPERM = -1;
    /// Longer than any pause between attempts, in nanoseconds.
    private static final long STEP = 25_000_000;

    private static final String FORBIDDEN = "forbidden";
    private static final DatagramPeer PEER = peer(9);
    private static final DatagramPeer OTHER = peer(10);

    private final Libc libc = Libc.shared();
    private final NetCounters all = new NetCounters();
    private final DatagramCounters counters = all.datagrams;
    private final List<String> sent = new ArrayList<>();
    private int room;
    private int calls;
    private ReplyDesk desk;

    @AfterEach
    void close() {
        desk.close();
        libc.close();
    }

    @Test
    void waitInOrderForTheSocket() {
        open(DatagramLimits.DEFAULT.withReplyTimeout(Duration.ofMinutes(10)));
        makeRoom(1);
        send(PEER, "a", "b", "c");
        assertThat(counters.repliesParked.sum()).isEqualTo(2);

        makeRoom(5);

        await().untilAsserted(() -> assertThat(counters.sent.sum()).isEqualTo(3));
        assertThat(sent()).containsExactly("a", "b", "c");
        assertThat(all.bytesOut.sum()).isEqualTo(3);
    }

    @Test
    void leaveInOneCall() {
        // whose own thread would flush when it starts
        var _ = prepare(DatagramLimits.DEFAULT);
        makeRoom(100);
        for (int i = 0; i < 5; i++) {
            desk.add(i % 2 == 0 ? PEER : OTHER, new byte[] {(byte) ('a' + i)}, 0, 1);
        }
        assertThat(sent()).isEmpty();

        desk.flush();

        assertThat(sent()).containsExactly("a", "b", "c", "d", "e");
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void thatAreRefusedDisturbNoneBehindThem() {
        open(DatagramLimits.DEFAULT);
        makeRoom(100);
        for (String text : List.of("a", FORBIDDEN, "b", FORBIDDEN, "c")) {
            desk.add(text.equals("b") ? OTHER : PEER, text.getBytes(US_ASCII), 0, text.length());
        }

        desk.flush();

        assertThat(sent()).containsExactly("a", "b", "c");
        assertThat(counters.sendErrors.sum()).isEqualTo(2);
        assertThat(counters.repliesParked.sum()).isZero();
    }

    @Test
    void expire() throws Exception {
        open(DatagramLimits.DEFAULT.withReplyTimeout(Duration.ofMillis(50)));
        send(PEER, "a", "b");

        assertThat(desk.awaitEmpty(Duration.ofSeconds(60))).isTrue();
        assertThat(counters.repliesExpired.sum()).isEqualTo(2);
        makeRoom(5);
        send(PEER, "c");
        assertThat(sent()).containsExactly("c");
    }

    /// As after a `SIGSTOP` that lasted longer than they may wait: their reader may have read since
    /// then, or reads now.
    @Test
    void loseNoTimeWhileTheServerIsStopped() {
        ReplySender sender = prepare(DatagramLimits.DEFAULT);
        send(PEER, "a", "b", "c");
        long now = System.nanoTime() + Duration.ofHours(1).toNanos();
        makeRoom(1);
        sender.retry(now);
        assertThat(sent()).containsExactly("a");
        sender.retry(now + STEP);
        assertThat(counters.repliesExpired.sum()).isZero();

        makeRoom(1);
        sender.retry(now + 2 * STEP);
        assertThat(sent()).containsExactly("a", "b");

        long timeout = DatagramLimits.DEFAULT.replyTimeout().toNanos();
        for (long at = 3 * STEP; at < timeout + 2 * STEP; at += STEP) {
            sender.retry(now + at);
        }
        assertThat(counters.repliesExpired.sum()).isEqualTo(1);
    }

    /// However long ago their time ended.
    @Test
    void expireOnlyWhenTheyWereTriedAgain() {
        ReplySender sender = prepare(DatagramLimits.DEFAULT.withReplyTimeout(Duration.ofNanos(1)));
        send(PEER, "a");
        makeRoom(1);

        sender.retry(System.nanoTime() + STEP);

        assertThat(sent()).containsExactly("a");
        assertThat(counters.repliesExpired.sum()).isZero();
    }

    @Test
    void areBounded() {
        open(DatagramLimits.DEFAULT.withParkedInAll(2, 1000));
        send(PEER, "a", "b", "c");

        assertThat(counters.repliesDropped.sum()).isEqualTo(1);
    }

    @Test
    void areBoundedInBytes() {
        open(DatagramLimits.DEFAULT.withParkedInAll(1000, 5));
        send(PEER, "aaa", "bbb", "cc");

        assertThat(counters.repliesDropped.sum()).isEqualTo(1);
    }

    @Test
    void areDroppedAtTheEnd() {
        open(DatagramLimits.DEFAULT.withReplyTimeout(Duration.ofMinutes(10)));
        send(PEER, "a", "b");
        desk.close();
        assertThat(counters.repliesDropped.sum()).isEqualTo(2);

        send(PEER, "late");
        assertThat(counters.repliesDropped.sum()).isEqualTo(3);
    }

    private void open(DatagramLimits limits) {
        var _ = prepare(limits);
        desk.start();
    }

    /// A desk whose own thread does not run.
    private ReplySender prepare(DatagramLimits limits) {
        var parked = new ParkedReplies(limits, new ReplyBudget(limits), counters);
        var sender = new ReplySender(libc, this::transmit, new PeerRoom.OfUdp(), parked, all);
        desk = new ReplyDesk("desk test", Transport.UDP, sender, parked, limits, counters, _ -> {});
        return sender;
    }

    /// As the kernel does with a socket that takes so many more.
    private synchronized int transmit(SendBatch batch, int from, int to) {
        calls++;
        int at = from;
        while (at < to && room > 0 && !isForbidden(batch, at)) {
            sent.add(new String(batch.bytes(at), US_ASCII));
            room--;
            at++;
        }
        if (at > from) {
            return at - from;
        }
        return room == 0 ? EAGAIN : EPERM;
    }

    private static boolean isForbidden(SendBatch batch, int at) {
        return new String(batch.bytes(at), US_ASCII).equals(FORBIDDEN);
    }

    private synchronized void makeRoom(int datagrams) {
        room = datagrams;
    }

    private synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    private synchronized int calls() {
        return calls;
    }

    private void send(DatagramPeer peer, String... texts) {
        for (String text : texts) {
            desk.send(peer, text.getBytes(US_ASCII), 0, text.length());
        }
    }

    private static DatagramPeer peer(int port) {
        return DatagramPeer.udp(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    }
}
