package org.wirechief.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers over UDP while the socket's own buffer is full.
final class UdpRepliesTest {
    private static final DatagramPeer PEER =
            DatagramPeer.udp(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9));

    private final NarrowChannel channel = new NarrowChannel();
    private final UdpSocket socket = new UdpSocket(channel, PEER.udpSocket(), Address.udp("127.0.0.1", 9));
    private final NetCounters all = new NetCounters();
    private final DatagramCounters counters = all.datagrams;
    private final AtomicInteger idle = new AtomicInteger();
    private EventLoop loop;

    @BeforeEach
    void startLoop() throws IOException {
        loop = EventLoop.start("udp replies test");
    }

    @AfterEach
    void endLoop() {
        loop.close();
    }

    @Test
    void waitInOrderForTheSocket() throws Exception {
        var replies = replies(DatagramLimits.DEFAULT);
        channel.room = 1;
        onLoop(() -> send(replies, "a", "b", "c"));

        assertThat(channel.sent).containsExactly("a");
        assertThat(replies.isDone()).isFalse();
        assertThat(counters.repliesParked.sum()).isEqualTo(2);

        channel.room = 1;
        onLoop(replies::writable);
        channel.room = 5;
        onLoop(() -> send(replies, "d"));
        assertThat(channel.sent).containsExactly("a", "b");
        onLoop(replies::writable);

        assertThat(channel.sent).containsExactly("a", "b", "c", "d");
        assertThat(replies.isDone()).isTrue();
        assertThat(idle).hasPositiveValue();
        assertThat(counters.sent.sum()).isEqualTo(4);
        assertThat(all.bytesOut.sum()).isEqualTo(4);
    }

    @Test
    void expire() throws Exception {
        var replies = replies(DatagramLimits.DEFAULT.withReplyTimeout(Duration.ofMillis(50)));
        onLoop(() -> send(replies, "a", "b"));

        await().untilAsserted(() -> assertThat(counters.repliesExpired.sum()).isEqualTo(2));
        assertThat(replies.isDone()).isTrue();
        channel.room = 5;
        onLoop(() -> send(replies, "c"));
        assertThat(channel.sent).containsExactly("c");
    }

    @Test
    void areBounded() throws Exception {
        var byCount = replies(DatagramLimits.DEFAULT.withParkedInAll(2, 1000));
        onLoop(() -> send(byCount, "a", "b", "c"));
        assertThat(counters.repliesDropped.sum()).isEqualTo(1);

        var byBytes = replies(DatagramLimits.DEFAULT.withParkedInAll(1000, 5));
        onLoop(() -> send(byBytes, "aaa", "bbb", "cc"));
        assertThat(counters.repliesDropped.sum()).isEqualTo(2);
    }

    @Test
    void areDroppedAtTheEnd() throws Exception {
        var replies = replies(DatagramLimits.DEFAULT);
        onLoop(() -> send(replies, "a", "b"));
        onLoop(replies::close);

        assertThat(counters.repliesDropped.sum()).isEqualTo(2);
        assertThat(replies.isDone()).isTrue();
        send(replies, "from another thread");
        assertThat(counters.repliesDropped.sum()).isEqualTo(3);
    }

    @Test
    void ofOtherThreadsComeFirstIfTheyWereFirst() throws Exception {
        var replies = replies(DatagramLimits.DEFAULT);
        channel.room = 5;
        onLoop(() -> {
            var other = Thread.ofPlatform().start(() -> send(replies, "first"));
            try {
                other.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            send(replies, "second");
        });

        assertThat(channel.sent).containsExactly("first", "second");
    }

    @Test
    void afterTheLoopHasEndedAreCounted() throws Exception {
        var replies = replies(DatagramLimits.DEFAULT);
        loop.close();
        send(replies, "a");

        assertThat(counters.repliesDropped.sum()).isEqualTo(1);
    }

    private UdpReplies replies(DatagramLimits limits) {
        return new UdpReplies(loop, socket, limits, all, idle::incrementAndGet);
    }

    private void onLoop(Runnable action) throws IOException {
        loop.call(() -> {
            action.run();
            return true;
        });
    }

    private static void send(UdpReplies replies, String... answers) {
        for (String answer : answers) {
            byte[] bytes = answer.getBytes(US_ASCII);
            replies.send(PEER, bytes, 0, bytes.length);
        }
    }
}
