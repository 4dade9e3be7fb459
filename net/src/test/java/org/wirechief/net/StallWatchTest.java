package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StallWatchTest {
    private final CountDownLatch givenUp = new CountDownLatch(1);

    private StallWatch started(Duration limit) {
        StallWatch watch = new StallWatch(limit, givenUp::countDown);
        watch.start();
        return watch;
    }

    private static void awaitState(StallWatch watch, Thread.State state) {
        Waiting.until(() -> watch.state() == state);
    }

    @Test
    void itRestsWhileNothingIsWrittenAndAfterwards() {
        StallWatch watch = started(Duration.ofMinutes(1));
        awaitState(watch, Thread.State.WAITING);

        watch.begin();
        awaitState(watch, Thread.State.TIMED_WAITING);
        watch.end();

        awaitState(watch, Thread.State.WAITING);
        assertThat(givenUp.getCount()).isEqualTo(1);
        watch.stop();
    }

    @Test
    void aWriteThatDoesNotEndIsGivenUpThoughItRested() throws Exception {
        StallWatch watch = started(Duration.ofMillis(50));
        awaitState(watch, Thread.State.WAITING);

        watch.begin();

        assertThat(givenUp.await(60, TimeUnit.SECONDS)).isTrue();
        watch.stop();
    }

    @Test
    void oneAfterManyThatEndedIsGivenUp() throws Exception {
        StallWatch watch = started(Duration.ofMillis(50));
        for (int i = 0; i < 1_000; i++) {
            watch.begin();
            watch.end();
        }

        watch.begin();

        assertThat(givenUp.await(60, TimeUnit.SECONDS)).isTrue();
        watch.stop();
    }

    @Test
    void itEndsWhenItIsStopped() {
        StallWatch watch = started(Duration.ofMinutes(1));
        awaitState(watch, Thread.State.WAITING);

        watch.stop();

        awaitState(watch, Thread.State.TERMINATED);
    }
}
