package org.wirechief.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();

    @Test
    void noneWaitsForAnother() throws Exception {
        CountDownLatch others = new CountDownLatch(3);
        Callable<Boolean> meets = () -> {
            others.countDown();
            boolean all = others.await(60, TimeUnit.SECONDS);
            ended.add(all ? "met" : "alone");
            return all;
        };

        Together.run(Stream.of(meets, meets, meets));

        assertThat(ended).containsExactly("met", "met", "met");
    }

    @Test
    void oneThatFailsLeavesTheOthers() throws Exception {
        CountDownLatch failing = new CountDownLatch(1);
        List<Callable<Boolean>> tasks = List.of(
                () -> {
                    failing.countDown();
                    throw new IllegalStateException("one that fails");
                },
                () -> {
                    failing.await();
                    return ended.add("other");
                });

        Together.run(tasks.stream());

        assertThat(ended).containsExactly("other");
    }
}
