package org.wirechief.endpoint.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.core.Fault;

class StandingSubscriptionsTest {
    private static final Standing KNOWN = Standing.parse("E_X udp:127.0.0.1:1");
    private static final Standing LATE = Standing.parse("E_X udp:late.example:1");

    private final BlockingQueue<Standing> made = new LinkedBlockingQueue<>();

    @Test
    void aHostWithoutAnAddressIsLookedUpAgainAndKeepsNobodyWaiting() throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        StandingSubscriptions standing = new StandingSubscriptions(
                _ -> {},
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
                made::add,
                Duration.ofDays(1));

        for (Standing one : List.of(KNOWN, LATE)) {
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> standing.begin(List.of(one)))
                    .withMessage("no event E_X is published");
        }
        assertThat(made).isEmpty();
    }

    @Test
    void anAccidentOfOneLineEndsNeitherItNorTheOthers() throws InterruptedException {
        Standing other = Standing.parse("E_X udp:other.example:1");
        AtomicInteger asked = new AtomicInteger();
        StandingSubscriptions standing = new StandingSubscriptions(
                _ -> {},
                one -> {
                    if (one.equals(LATE) && asked.incrementAndGet() < 3) {
                        throw new IllegalStateException("an accident");
                    }
                    made.add(one);
                },
                Duration.ofMillis(1));

        standing.begin(List.of(LATE, other));

        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(other);
        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(LATE);
        standing.close();
    }

    @Test
    void theStartDoesNotWaitForALookUpThatTakesLong() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        StandingSubscriptions standing = new StandingSubscriptions(
                _ -> {},
                one -> {
                    if (one.equals(LATE)) {
                        await(begun);
                    }
                    made.add(one);
                },
                Duration.ofDays(1));

        standing.begin(List.of(LATE, KNOWN));
        assertThat(made).containsExactly(KNOWN);
        begun.countDown();

        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(KNOWN);
        assertThat(made.poll(20, TimeUnit.SECONDS)).isEqualTo(LATE);
        standing.close();
    }

    @ParameterizedTest
    @CsvSource({
        "udp:127.0.0.1:1, false",
        "json+udp:[::1]:1, false",
        "udp:localhost:1, true",
        "text+udp:late.example:1, true",
        "unix:/tmp/late.example, false",
        "/tmp/x, false"
    })
    void onlyNamesOfHostsAreLookedUp(String socket, boolean named) {
        assertThat(Standing.parse("E_X " + socket).isNamed()).isEqualTo(named);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the start waits for it");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
