package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EventLoopTest {
    private final List<Throwable> errors = new CopyOnWriteArrayList<>();
    private EventLoop loop;

    @BeforeEach
    void start() throws Exception {
        loop = EventLoop.start("loop under test", errors::add);
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void runsTasksOnItsOwnThreadInOrder() throws Exception {
        var order = new ArrayList<Integer>();
        var where = new CompletableFuture<String>();
        for (int i = 0; i < 1000; i++) {
            int number = i;
            loop.execute(() -> order.add(number));
        }
        loop.execute(() -> where.complete(Thread.currentThread().getName() + " " + loop.inLoop()));

        assertThat(where.get(60, TimeUnit.SECONDS)).isEqualTo("loop under test true");
        assertThat(order).hasSize(1000).isSorted();
        assertThat(loop.inLoop()).isFalse();
    }

    @Test
    void takesTasksFromManyThreads() throws Exception {
        var sum = new AtomicInteger();
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 8; t++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 5000; i++) {
                    loop.execute(sum::incrementAndGet);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        Waiting.until(() -> sum.get() == 40_000);
    }

    @Test
    void threadIdIsTheOneLinuxKnows() {
        assumeThat(Path.of("/proc/self/task")).as("this system has no /proc").exists();

        assertThat(Path.of("/proc/self/task/" + loop.threadId() + "/comm"))
                .content()
                .isEqualTo("loop under test\n");
    }

    @Test
    void survivesWhatTasksThrow() throws Exception {
        var after = new CountDownLatch(2);
        loop.execute(() -> {
            throw new IllegalStateException("task");
        });
        loop.execute(() -> {
            throw new StackOverflowError("error");
        });
        loop.schedule(Duration.ofMillis(1), () -> {
            throw new IllegalStateException("timer");
        });
        loop.execute(after::countDown);
        loop.schedule(Duration.ofMillis(20), after::countDown);

        assertThat(after.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(errors).extracting(Throwable::getMessage).containsExactly("task", "error", "timer");
    }

    @Test
    void anInterruptEndsWithItsTask() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        loop.execute(() -> Thread.currentThread().interrupt());
        loop.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));

        assertThat(interrupted.get(60, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void survivesAnErrorHandlerThatThrows() throws Exception {
        try (var fragile = EventLoop.start("fragile", error -> {
            throw new IllegalStateException("handler");
        })) {
            var after = new CountDownLatch(1);
            fragile.execute(() -> {
                throw new IllegalStateException("task");
            });
            fragile.execute(after::countDown);

            assertThat(after.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void timersFireInOrderOfTheirTime() throws Exception {
        var order = new CopyOnWriteArrayList<Integer>();
        var done = new CountDownLatch(3);
        var timers = new ArrayList<LoopTimer>();
        CompletableFuture<Void> held = hold();
        for (int delay : new int[] {12, 2, 7}) {
            int index = timers.size();
            timers.add(loop.schedule(Duration.ofMillis(delay), () -> {
                order.add(loop.inLoop() ? index : -1);
                done.countDown();
            }));
        }
        held.complete(null);

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
        // this thread may have been stopped between two of them
        assertThat(order).extracting(index -> timers.get(index).at()).isSorted();
    }

    @Test
    void timerNeverFiresEarly() throws Exception {
        long start = System.nanoTime();
        var fired = new CompletableFuture<Long>();
        loop.schedule(Duration.ofMillis(30), () -> fired.complete(System.nanoTime()));

        assertThat(fired.get(60, TimeUnit.SECONDS) - start).isGreaterThanOrEqualTo(30_000_000L);
    }

    @Test
    void cancelledTimerDoesNotRun() throws Exception {
        var ran = new AtomicInteger();
        var later = new CountDownLatch(1);
        CompletableFuture<Void> held = hold();
        loop.schedule(Duration.ofMillis(1), ran::incrementAndGet).cancel();
        loop.execute(() -> {
            loop.schedule(Duration.ofMillis(1), ran::incrementAndGet).cancel();
            // due last, so whatever else is due has run by then
            loop.schedule(Duration.ofMillis(1), later::countDown);
        });
        held.complete(null);

        assertThat(later.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).hasValue(0);
    }

    @Test
    void taskThatSubmitsItselfDoesNotStarveTimers() throws Exception {
        var fired = new CountDownLatch(1);
        var running = new AtomicInteger(1);
        loop.execute(new Runnable() {
            @Override
            public void run() {
                if (running.get() == 1) {
                    loop.execute(this);
                }
            }
        });
        loop.schedule(Duration.ofMillis(10), fired::countDown);

        assertThat(fired.await(60, TimeUnit.SECONDS)).isTrue();
        running.set(0);
    }

    /// Several threads, so that some are stopped half-way through handing over a task.
    @Test
    void noTaskIsMissedWhileOrAfterItLooksOutForMore() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<String> caller = () -> {
                for (int i = 0; i < 3000; i++) {
                    var ran = new CountDownLatch(1);
                    loop.execute(() -> {
                        loop.served(Lookout.MANY);
                        ran.countDown();
                    });
                    if (!ran.await(60, TimeUnit.SECONDS)) {
                        return "task " + i + " did not run";
                    }
                    // from before the look to after it
                    LockSupport.parkNanos(i % 7 * Lookout.LONGEST / 3);
                }
                return "all ran";
            };
            for (Future<String> one : threads.invokeAll(Collections.nCopies(8, caller))) {
                assertThat(one.get()).isEqualTo("all ran");
            }
        }
    }

    @Test
    void itEndsWhileItLooksOutForMore() throws Exception {
        for (int i = 0; i < 50; i++) {
            EventLoop brief = EventLoop.start("short", errors::add);
            brief.execute(() -> brief.served(Lookout.MANY));
            LockSupport.parkNanos(i * Lookout.LONGEST / 40);
            brief.close();

            assertThatThrownBy(() -> brief.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void tellsTheEndOfATurnInWhichSomethingWasReady() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        var told = new CountDownLatch(1);
        Pipe pipe = Pipe.open();
        try (var source = pipe.source();
                var sink = pipe.sink()) {
            source.configureBlocking(false);
            loop.atTurnEnds(() -> {
                if (order.contains("ready")) {
                    order.add("end");
                    told.countDown();
                }
            });
            loop.call(() -> loop.register(source, SelectionKey.OP_READ, new LoopChannel() {
                @Override
                public void ready(int ops) {
                    try {
                        source.read(ByteBuffer.allocate(8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    order.add("ready");
                }

                @Override
                public void loopEnded() {}
            }));
            sink.write(ByteBuffer.wrap(new byte[1]));

            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(order).startsWith("ready", "end");
        }
    }

    @Test
    void tellsThatTasksHaveRun() throws Exception {
        var order = new CopyOnWriteArrayList<String>();
        var told = new CountDownLatch(1);
        loop.atTurnEnds(() -> {
            order.add("end");
            told.countDown();
        });
        loop.execute(() -> order.add("task"));

        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(order).startsWith("task", "end");
    }

    @Test
    void endRunsWaitingTasksAndRefusesNewOnes() throws Exception {
        var ran = new AtomicInteger();
        CompletableFuture<Void> held = hold();
        loop.execute(ran::incrementAndGet);
        var closing = Thread.startVirtualThread(loop::close);
        held.complete(null);
        closing.join();

        assertThat(ran).hasValue(1);
        assertThatThrownBy(() -> loop.execute(ran::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("loop loop under test has ended");
        assertThatThrownBy(() -> loop.schedule(Duration.ZERO, ran::incrementAndGet))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aSelectorThatFailsEndsItAndIsTold() throws Exception {
        var selector = new FailingSelector();
        var failures = new CopyOnWriteArrayList<Throwable>();
        var ran = new AtomicInteger();
        try (var doomed = new EventLoop("doomed", selector, errors::add, failures::add).started()) {
            doomed.execute(ran::incrementAndGet);
            Waiting.until(() -> ran.get() == 1);

            selector.fail();

            Waiting.until(() -> failures.size() == 1);
            assertThat(failures).extracting(Throwable::getMessage).containsExactly("thrown by a test");
            assertThat(errors).isEmpty();
            assertThatThrownBy(() -> doomed.execute(ran::incrementAndGet))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(failures).hasSize(1);
    }

    @Test
    void closingIsNoFailure() throws Exception {
        var failures = new CopyOnWriteArrayList<Throwable>();
        EventLoop.watched("closed", failures::add).close();

        assertThat(failures).isEmpty();
    }

    @Test
    void mayBeClosedFromInside() throws Exception {
        loop.execute(loop::close);

        Waiting.until(this::refusesTasks);
    }

    /// Until the result is completed, the loop does nothing.
    private CompletableFuture<Void> hold() {
        var held = new CompletableFuture<Void>().orTimeout(60, TimeUnit.SECONDS);
        loop.execute(held::join);
        return held;
    }

    private boolean refusesTasks() {
        try {
            loop.execute(() -> {});
            return false;
        } catch (RejectedExecutionException e) {
            return true;
        }
    }
}
