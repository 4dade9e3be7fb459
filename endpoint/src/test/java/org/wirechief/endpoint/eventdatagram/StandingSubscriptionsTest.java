package org.wirechief.endpoint.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;

class StandingSubscriptionsTest {
    private static final Standing KNOWN = Standing.parse("E_X udp:127.0.0.1:1");
    private static final Standing LATE = Standing.parse("E_X udp:late.example:1");

    private final BlockingQueue<Standing> made = new LinkedBlockingQueue<>();

    @Test
    void aHostWithoutAnAddressIsLookedUpAgainAndKeepsNobodyWaiting() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        StandingSubscriptions standing = new StandingSubscriptions(
                one -> {
                    if (one.equals(LATE) && asked.incrementAndGet() < 4) {
                        throw new Fault(400, "the host late.example has no address");
                    }
                    made.add(one);
                },
                Duration.ofMillis(1));

        standing.begin(List.of(LATE, KNOWN));

        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(KNOWN);
        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(LATE);
        assertThat(asked).hasValue(4);
        standing.close();
    }

    @Test
    void whatCanNeverBeIsToldAtOnce() {
        StandingSubscriptions standing = new StandingSubscriptions(
                _ -> {
                    throw new Fault(404, "no event E_X is published");
                },
                Duration.ofDays(1));

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> standing.begin(List.of(KNOWN)))
                .withMessage("no event E_X is published");
    }
}
