package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReplyRingTest {
    private static final byte[] HELLO = {0x61, 'h', 'e', 'l', 'l', 'o', 0};
    private static final Exchange ECHO =
            Exchange.asking(Dialect.BINRPC, "core.echo", List.of("hello")).expecting(HELLO);

    private final ReplyRing ring = Objects.requireNonNull(ReplyRing.of(ECHO, 3));

    ReplyRingTest() {
        ring.expect(0, 0x40000001);
        ring.expect(1, 0x40000402);
        ring.expect(2, 0x40000803);
    }

    @Test
    void takesTogetherWhatComesInOrder() {
        assertThat(matching("ff", 0, 3, reply(1), reply(0x402), reply(0x803))).isEqualTo(3);
    }

    @Test
    void goesRoundTheEnd() {
        assertThat(matching("", 2, 3, reply(0x803), reply(1), reply(0x402))).isEqualTo(3);
    }

    @Test
    void stopsAtWhatNobodyWaitsFor() {
        assertThat(matching("", 0, 2, reply(1), reply(0x402), reply(0x803))).isEqualTo(2);
        assertThat(matching("", 0, 0, reply(1))).isZero();
    }

    @Test
    void stopsAtAnyOtherByte() {
        String whole = reply(1) + reply(0x402) + reply(0x803);
        for (int i = 0; i < whole.length() / 2; i++) {
            byte[] bytes = HexFormat.of().parseHex(whole);
            bytes[i] ^= 1;
            assertThat(ring.matching(bytes, 0, bytes.length, 0, 3))
                    .as("byte %d", i)
                    .isEqualTo(i / 14);
        }
    }

    @Test
    void stopsAtAnotherOrder() {
        assertThat(matching("", 0, 3, reply(1), reply(0x803), reply(0x402))).isEqualTo(1);
    }

    @Test
    void halfAReplyIsNone() {
        byte[] bytes = HexFormat.of().parseHex(reply(1) + reply(0x402));
        for (int to = 0; to < bytes.length; to++) {
            assertThat(ring.matching(bytes, 0, to, 0, 3)).isEqualTo(to / 14);
        }
    }

    @Test
    void thereIsNoneForManyLongReplies() {
        assertThat(ReplyRing.of(ECHO.expecting(new byte[1000]), 100)).isNull();
    }

    private int matching(String before, int slot, int most, String... replies) {
        byte[] bytes = HexFormat.of().parseHex(before + String.join("", replies));
        return ring.matching(bytes, before.length() / 2, bytes.length, slot, most);
    }

    private static String reply(int cookie) {
        return "a11307%08x6168656c6c6f00".formatted(0x40000000 | cookie);
    }
}
