package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.Commands;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.server.Wirechief;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StartTest {
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// Tells what is asked of it.
    private final class Telling implements Endpoint {
        private final String name;
        private final Consumer<Commands> opening;

        Telling(String name, Consumer<Commands> opening) {
            this.name = name;
            this.opening = opening;
        }

        @Override
        public String module() {
            return name;
        }

        @Override
        public LiveEndpoint in(Host host) {
            return new LiveEndpoint() {
                @Override
                public String module() {
                    return name;
                }

                @Override
                public Exports exports() {
                    return new Exports(List.of(), List.of(), List.of());
                }

                @Override
                public void open() {
                    opening.accept(host.dispatch().commands());
                    done.add("open " + name);
                }

                @Override
                public void drain(Duration limit) {}

                @Override
                public void close() {
                    done.add("close " + name);
                    closed.countDown();
                    if (name.equals("broken")) {
                        throw new NoClassDefFoundError("asked to fail");
                    }
                }
            };
        }
    }

    /// As where the JVM refuses native access, or gives no more threads.
    @Test
    void whateverKeepsADoorFromOpeningThoseBeforeItAreClosed() {
        var builder = Wirechief.builder()
                .endpoint(new Telling("first", _ -> {}))
                .endpoint(new Telling("second", _ -> {}))
                .endpoint(new Telling("third", _ -> {
                    throw new ExceptionInInitializerError("asked to fail");
                }));

        assertThatThrownBy(builder::start).isInstanceOf(ExceptionInInitializerError.class);

        assertThat(done).containsExactly("open first", "open second", "close second", "close first");
    }

    /// As where somebody has replaced the program's files meanwhile.
    @Test
    void aModuleThatCannotBeClosedKeepsNoOtherOpen() throws Exception {
        var builder =
                Wirechief.builder().endpoint(new Telling("first", _ -> {})).endpoint(new Telling("broken", _ -> {}));
        builder.start().close();

        assertThat(done).containsExactly("open first", "open broken", "close broken", "close first");

        done.clear();
        builder.endpoint(new Telling("third", _ -> {
            throw new IllegalStateException("asked to fail");
        }));
        assertThatThrownBy(builder::start).isInstanceOf(IllegalStateException.class);

        assertThat(done).containsExactly("open first", "open broken", "close broken", "close first");
    }

    /// A caller of the first door need not wait for the last one.
    @Test
    void whoeverStopsItWhileItOpensStopsAllOfIt() throws Exception {
        Wirechief chief = Wirechief.builder()
                .killable()
                .endpoint(new Telling("first", _ -> {}))
                .endpoint(new Telling("second", this::killed))
                .start();
        chief.join();

        assertThat(done).containsExactly("open first", "open second", "close second", "close first");
    }

    private void killed(Commands commands) {
        FakeServer.call(commands, "core.kill").sent();
        try {
            // for one that stops at once to be done with it
            var _ = closed.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
