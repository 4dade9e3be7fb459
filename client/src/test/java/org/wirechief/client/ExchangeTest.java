package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is said of a call that is over agrees with whether it was sent.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class ExchangeTest {
    private static Exchange call() {
        return new Exchange("node", "x", Arguments.NONE, Duration.ofSeconds(30), false);
    }

    @Test
    void whatIsOverDoesNotLeave() {
        Exchange call = call();
        call.late();
        assertThat(call.leaves()).isFalse();
        assertThatThrownBy(call::await)
                .isInstanceOfSatisfying(
                        CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isFalse());
    }

    @Test
    void whatStayedHasNotRun() {
        Exchange call = call();
        assertThat(call.leaves()).isTrue();
        call.stays();
        call.unreachable(new IOException("gone"));
        assertThatThrownBy(call::await)
                .isInstanceOfSatisfying(
                        CannotConnect.class, e -> assertThat(e.mayHaveRun()).isFalse());
    }

    /// The deadline and the sender at the same moment.
    @Test
    void whoeverIsFirst() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            Exchange call = call();
            CountDownLatch ready = new CountDownLatch(1);
            Thread deadline = Thread.startVirtualThread(() -> {
                ready.countDown();
                call.late();
            });
            ready.await();
            boolean left = call.leaves();
            deadline.join();
            assertThatThrownBy(call::await)
                    .isInstanceOfSatisfying(
                            NodeException.class, e -> assertThat(e.mayHaveRun()).isEqualTo(left));
        }
    }
}
