package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final byte[] HELLO = {0x61, 'h', 'e', 'l', 'l', 'o', 0};

    private final Exchange echo =
            Exchange.asking(Dialect.BINRPC, "core.echo", List.of("hello")).expecting(HELLO);

    @Test
    void writesARequest() {
        ByteBuffer out = ByteBuffer.allocate(100);

        echo.putRequest(out, 0x4050_6070);

        assertThat(HexFormat.of().formatHex(Arrays.copyOf(out.array(), out.position())))
                .isEqualTo("a1031340506070910a636f72652e6563686f006168656c6c6f00")
                .hasSize(2 * echo.requestLength());
    }

    @Test
    void knowsTheRightReply() {
        byte[] reply = HexFormat.of().parseHex("ffa11307405060706168656c6c6f00");

        assertThat(echo.isReply(reply, 1, reply.length)).isTrue();
        assertThat(echo.cookieAt(reply, 1)).isEqualTo(0x4050_6070);
    }

    @Test
    void anyOtherByteMakesItAnother() {
        byte[] right = HexFormat.of().parseHex("a11307405060706168656c6c6f00");

        for (int i = 0; i < right.length; i++) {
            byte[] reply = right.clone();
            reply[i] ^= 1;
            boolean inCookie = i >= 3 && i < 7;
            assertThat(echo.isReply(reply, 0, reply.length)).as("byte %d", i).isEqualTo(inCookie);
        }
    }

    @Test
    void halfAReplyIsNone() {
        byte[] reply = HexFormat.of().parseHex("a11307405060706168656c6c6f00");

        for (int to = 0; to < reply.length; to++) {
            assertThat(echo.isReply(reply, 0, to)).isFalse();
        }
    }

    @Test
    void longBodiesHaveLongLengths() {
        byte[] head = HexFormat.of().parseHex("a1170100" + "40000001");
        byte[] reply = Arrays.copyOf(head, head.length + 256);

        assertThat(Exchange.asking(Dialect.BINRPC, "a", List.of())
                        .expecting(new byte[256])
                        .isReply(reply, 0, reply.length))
                .isTrue();
    }

    @Test
    void anEmptyBodyHasALengthToo() {
        byte[] reply = HexFormat.of().parseHex("a1130040000001");

        assertThat(Exchange.asking(Dialect.BINRPC, "a", List.of())
                        .expecting(new byte[0])
                        .isReply(reply, 0, reply.length))
                .isTrue();
    }

    @Test
    void refusesRequestsNoServerMustTake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exchange.asking(Dialect.BINRPC, "core.echo", List.of("x".repeat(60_000))))
                .withMessageContaining("allowed are 60000");
    }
}
