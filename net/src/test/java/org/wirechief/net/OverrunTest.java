package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The longest request (spec ctl §7.1): 65535 bytes are processed, 65536 close.
final class OverrunTest {

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void longestRequestIsProcessed(Carrier carrier) throws Exception {
        var length = new AtomicInteger();
        var handler = Lines.answering((connection, line) -> "<" + length.addAndGet(line.length() + 1) + ">");
        try (var door = Door.open(carrier, handler);
                var client = door.dial()) {
            client.send("x".repeat(65534) + "\n");
            assertThat(client.read(8)).isEqualTo("<65535>\n");

            client.send("still here\n");
            assertThat(client.read(8)).isEqualTo("<65546>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void longerRequestClosesWithoutAnswer(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("x".repeat(65535) + "\n");

            assertThat(client.isEnded()).isTrue();
            assertThat(door.counters.closedOverrun.sum()).isEqualTo(1);
            assertThat(door.counters.bytesOut.sum()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void longRequestMayFollowShortOnes(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.answering((connection, line) -> "<" + line.length() + ">"));
                var client = door.dial()) {
            client.send("a\n" + "x".repeat(65534) + "\n" + "b\n");

            assertThat(client.read(16)).isEqualTo("<1>\n<65534>\n<1>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void fullBufferOfWholeRequestsIsNoOverrunWhilePaused(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withMaxRequest(8);
        var handler = Lines.answering((connection, line) -> {
            if (line.equals("s")) {
                connection.pause();
            }
            return "<" + line + ">";
        });
        try (var door = Door.open(carrier, limits, handler);
                var client = door.dial()) {
            client.send("s\na\nb\nc\nd\ne\n");
            assertThat(client.read(4)).isEqualTo("<s>\n");
            Waiting.until(() -> door.onLoop(() -> !door.connection().wantsMore()));

            door.loop.execute(() -> door.connection().resume());

            assertThat(client.read(20)).isEqualTo("<a>\n<b>\n<c>\n<d>\n<e>\n");
            assertThat(door.counters.closedOverrun.sum()).isZero();
        }
    }
}
