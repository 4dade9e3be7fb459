package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.StopStage;

class StopOrderTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> given = new ConcurrentLinkedQueue<>();

    /// Tells what is asked of it.
    private record Telling(String module, StopStage stopStage, Queue<String> done, Queue<Duration> given)
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
        public void drain(Duration limit) {
            done.add("drain " + module);
            given.add(limit);
        }

        @Override
        public void close() {
            done.add("close " + module);
        }
    }

    private Telling module(String name, StopStage stage) {
        return new Telling(name, stage, done, given);
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

        assertThat(done)
                .containsExactly(
                        "drain door2",
                        "drain door1",
                        "drain last",
                        "drain first",
                        "close door2",
                        "close door1",
                        "close last",
                        "close first");
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
