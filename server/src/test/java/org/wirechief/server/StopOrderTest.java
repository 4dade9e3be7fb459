package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.StopStage;

class StopOrderTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> given = new ConcurrentLinkedQueue<>();

    private interface Draining {
        void run() throws InterruptedException;
    }

    /// Tells what is asked of it.
    private record Telling(
            String module, StopStage stopStage, Draining draining, Queue<String> done, Queue<Duration> given)
            implements Endpoint, LiveEndpoint {
        @Override
        public LiveEndpoint in(Host host) {
            return this;
        }

        @Override
        public Exports exports() {
            return new Exports(List.of(), List.of(), List.of());
        }

        @Override
        public void open() {}

        @Override
        public void drain(Duration limit) throws InterruptedException {
            draining.run();
            done.add("drain " + module);
            given.add(limit);
        }

        @Override
        public void close() {
            done.add("close " + module);
        }
    }

    private Telling module(String name, StopStage stage) {
        return module(name, stage, () -> {});
    }

    private Telling module(String name, StopStage stage, Draining draining) {
        return new Telling(name, stage, draining, done, given);
    }

    /// Calls that run while the doors drain still raise events.
    @Test
    void outletsStopAfterTheDoorsThoughTheyWereLoadedLast() throws Exception {
        Wirechief chief = Wirechief.builder()
                .endpoint(module("first", StopStage.OUTLETS))
                .endpoint(module("door1", StopStage.DOORS))
                .endpoint(module("door2", StopStage.DOORS))
                .endpoint(module("last", StopStage.OUTLETS))
                .start();

        chief.close();

        List<String> all = List.copyOf(done);
        assertThat(all.subList(0, 2)).containsExactlyInAnyOrder("drain door2", "drain door1");
        assertThat(all.subList(2, 4)).containsExactlyInAnyOrder("drain last", "drain first");
        assertThat(all.subList(4, all.size()))
                .containsExactly("close door2", "close door1", "close last", "close first");
    }

    /// Where one waits for its last reader, others would stay open, and have no time left.
    @Test
    void doorsStopTogether() throws Exception {
        CountDownLatch draining = new CountDownLatch(2);
        Draining meeting = () -> {
            draining.countDown();
            if (!draining.await(10, TimeUnit.SECONDS)) {
                done.add("alone");
            }
        };
        Wirechief chief = Wirechief.builder()
                .parameters(ServerParameters.INITIAL.withShutdownTimeout(Duration.ofSeconds(60)))
                .endpoint(module("door1", StopStage.DOORS, meeting))
                .endpoint(module("door2", StopStage.DOORS, meeting))
                .start();

        chief.close();

        assertThat(done).hasSize(4).doesNotContain("alone");
    }

    @Test
    void aDoorThatBreaksDownKeepsNobodyFromStopping() throws Exception {
        Wirechief chief = Wirechief.builder()
                .endpoint(module("outlet", StopStage.OUTLETS))
                .endpoint(module("door", StopStage.DOORS, () -> {
                    throw new IllegalStateException("asked to fail");
                }))
                .start();

        chief.close();

        assertThat(done).containsExactly("drain outlet", "close door", "close outlet");
    }

    @Test
    void outletsHaveAMomentThoughTheDoorsTookAllTheTime() throws Exception {
        Wirechief chief = Wirechief.builder()
                .parameters(ServerParameters.INITIAL.withShutdownTimeout(Duration.ZERO))
                .endpoint(module("door", StopStage.DOORS))
                .endpoint(module("outlet", StopStage.OUTLETS))
                .start();

        chief.close();

        assertThat(given).containsExactly(Duration.ZERO, Duration.ofMillis(500));
    }
}
