package org.wirechief.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Answers over UDP from several threads while the socket's own buffer is full.
final class UdpReplySenderTest {
    private static final DatagramPeer PEER =
            DatagramPeer.udp(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9));

    private final NarrowChannel channel = new NarrowChannel();
    private final NetCounters all = new NetCounters();

    @Test
    void waitInOrderForTheSocket() {
        ReplyDesk desk = desk(Duration.ofMinutes(10));
        channel.room = 1;
        send(desk, "a", "b", "c");
        assertThat(all.datagrams.repliesParked.sum()).isEqualTo(2);

        channel.room = 5;

        await().untilAsserted(() -> assertThat(all.datagrams.sent.sum()).isEqualTo(3));
        assertThat(channel.sent).containsExactly("a", "b", "c");
        desk.close();
    }

    @Test
    void expire() throws Exception {
        ReplyDesk desk = desk(Duration.ofMillis(50));
        send(desk, "a", "b");

        assertThat(desk.awaitEmpty(Duration.ofSeconds(60).toNanos())).isTrue();
        assertThat(all.datagrams.repliesExpired.sum()).isEqualTo(2);
        desk.close();
        send(desk, "late");
        assertThat(all.datagrams.repliesDropped.sum()).isEqualTo(1);
    }

    private ReplyDesk desk(Duration timeout) {
        var limits = DatagramLimits.DEFAULT.withReplyTimeout(timeout);
        var parked = new ParkedReplies(limits, new ReplyBudget(limits), all.datagrams);
        var sender = new UdpReplySender(channel, parked, all);
        var desk = new ReplyDesk("desk test", Transport.UDP, sender, parked, limits, all.datagrams, _ -> {});
        desk.start();
        return desk;
    }

    private static void send(ReplyDesk desk, String... texts) {
        for (String text : texts) {
            desk.send(PEER, text.getBytes(US_ASCII), 0, text.length());
        }
    }
}
