package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Limits on half a request and on silence.
final class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void halfRequestIsGivenUp(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withRequestTimeout(SHORT);
        try (var door = Door.open(carrier, limits, Lines.echoing());
                var client = door.dial()) {
            client.send("a\nhalf");
            assertThat(client.read(4)).isEqualTo("<a>\n");

            assertThat(client.isEnded()).isTrue();
            assertThat(door.counters.timedOutRequest.sum()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void trickleDoesNotExtendTheTime(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withRequestTimeout(Duration.ofMillis(500));
        try (var door = Door.open(carrier, limits, Lines.echoing());
                var client = door.dial()) {
            // far more bytes than the time allows at one in 50 ms; a write fails once it is closed
            assertThat(trickle(client, 200)).isLessThan(200);
            assertThat(door.counters.timedOutRequest.sum()).isEqualTo(1);
        }
    }

    @Test
    void everyRequestHasItsOwnTime() throws Exception {
        var limits = StreamLimits.DEFAULT.withRequestTimeout(Duration.ofSeconds(3));
        try (var door = Door.open(Carrier.UNIX, limits, Lines.echoing());
                var client = door.dial()) {
            client.send("x");
            // half a request is always there, but never the same one for long
            for (int i = 0; i < 6; i++) {
                Thread.sleep(700);
                assertThat(client.send("\nx").read(4)).isEqualTo("<x>\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void requestTimeDoesNotRunBetweenRequests(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withRequestTimeout(SHORT);
        try (var door = Door.open(carrier, limits, Lines.echoing());
                var client = door.dial()) {
            client.send("ha");
            client.send("lf\n");
            assertThat(client.read(7)).isEqualTo("<half>\n");

            Thread.sleep(3 * SHORT.toMillis());

            assertThat(client.send("b\n").read(4)).isEqualTo("<b>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void silenceIsGivenUpWhenLimited(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withIdleTimeout(SHORT);
        try (var door = Door.open(carrier, limits, Lines.echoing());
                var client = door.dial()) {
            assertThat(client.send("a\n").read(4)).isEqualTo("<a>\n");

            assertThat(client.isEnded()).isTrue();
            assertThat(door.counters.timedOutIdle.sum()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void runningCallIsNotSilence(Carrier carrier) throws Exception {
        var limits = new StreamLimits(65535, 1000, SHORT, SHORT, SHORT);
        var handler = Lines.answering((connection, line) -> {
            connection.pause();
            return "";
        });
        try (var door = Door.open(carrier, limits, handler);
                var client = door.dial()) {
            client.send("slow\nhalf");
            Waiting.until(() -> door.onLoop(() -> !door.connection().wantsMore()));

            Thread.sleep(3 * SHORT.toMillis());

            assertThat(door.listener.connections()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void silenceIsAllowedByDefault(Carrier carrier) throws Exception {
        var limits = StreamLimits.DEFAULT.withRequestTimeout(SHORT);
        try (var door = Door.open(carrier, limits, Lines.echoing());
                var client = door.dial()) {
            Thread.sleep(3 * SHORT.toMillis());

            assertThat(client.send("a\n").read(4)).isEqualTo("<a>\n");
        }
    }

    private static int trickle(RawClient client, int most) throws InterruptedException {
        for (int i = 0; i < most; i++) {
            try {
                client.send("x");
            } catch (java.io.IOException e) {
                return i;
            }
            Thread.sleep(50);
        }
        return most;
    }
}
