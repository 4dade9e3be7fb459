package org.wirechief.endpoint.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BoundedCallsTest {
    private final BlockingCalls all = new BlockingCalls();
    private final BoundedCalls calls = new BoundedCalls(all, 2);
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();

    @Test
    void oneTooManyDoesNotRun() throws Exception {
        assertTwoAtATime();
    }

    private void assertTwoAtATime() throws Exception {
        CountDownLatch going = new CountDownLatch(1);
        Supplier<String> waiting = () -> {
            awaitUninterruptibly(going);
            return "waited";
        };
        await().until(() -> calls.run("a", waiting, delivered::add));
        await().until(() -> calls.run("b", waiting, delivered::add));
        assertThat(calls.run("c", waiting, delivered::add)).isFalse();

        going.countDown();
        assertThat(delivered.take()).isEqualTo("waited");
        assertThat(delivered.take()).isEqualTo("waited");
        await().until(() -> calls.run("d", () -> "next", delivered::add));
        assertThat(delivered.take()).isEqualTo("next");
        assertThat(all.await(Duration.ofSeconds(60))).isTrue();
        assertThat(delivered).isEmpty();
    }

    @Test
    void failuresFreeTheirPlaceOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            Supplier<String> call = i % 2 == 0 ? BoundedCallsTest::fail : () -> "made";
            await().until(() -> calls.run("fails", call, _ -> fail()));
        }
        assertTwoAtATime();
    }

    /// Where memory has run out there is no thread.
    @Test
    void aThreadThatDoesNotStartFreesItsPlace() throws Exception {
        BlockingCalls none = new BlockingCalls((_, _) -> {
            throw new OutOfMemoryError("on purpose");
        });
        BoundedCalls bounded = new BoundedCalls(none, 2);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bounded.run("a", () -> "made", delivered::add))
                    .isInstanceOf(OutOfMemoryError.class);
        }
        assertThat(none.await(Duration.ofMillis(1))).isTrue();
    }

    private static String fail() {
        throw new IllegalStateException("on purpose");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
