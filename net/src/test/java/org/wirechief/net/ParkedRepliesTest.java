package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.UnixName;

final class ParkedRepliesTest {
    private final DatagramCounters counters = new DatagramCounters();
    private final ParkedReplies parked =
            new ParkedReplies(DatagramLimits.DEFAULT, new ReplyBudget(DatagramLimits.DEFAULT), counters);

    @Test
    void manyWhoDoNotReadLeaveRoomForOneWhoDoes() {
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 64; j++) {
                parked.park(peer("dead" + i), new byte[30_000], 0);
            }
        }
        assertThat(counters.repliesDropped.sum()).isPositive();

        parked.park(peer("alive"), new byte[30_000], 0);

        assertThat(parked.holds(peer("alive"))).isTrue();
        // the first peer shared what it had with the later ones
        assertThat(parked.holds(peer("dead0"))).isTrue();
        assertThat(parked.holds(peer("dead199"))).isTrue();
    }

    @Test
    void onePeerAloneHasItsWholeBound() {
        for (int i = 0; i < 65; i++) {
            parked.park(peer("slow"), new byte[1000], 0);
        }
        assertThat(counters.repliesParked.sum()).isEqualTo(64);
        assertThat(counters.repliesDropped.sum()).isEqualTo(1);
    }

    private static DatagramPeer peer(String name) {
        return DatagramPeer.of(UnixName.path(name.getBytes(UTF_8)), null);
    }
}
