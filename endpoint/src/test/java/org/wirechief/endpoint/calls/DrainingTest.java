package org.wirechief.endpoint.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wirechief.net.Address;
import org.wirechief.net.Drainable;
import org.wirechief.net.TimeLeft;

final class DrainingTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();

    /// A door that tells what it does.
    ///
    /// @param readsTo a command goes on once it has read to the end
    private record Telling(String name, ConcurrentLinkedQueue<String> done, CountDownLatch readsTo, boolean breaks)
            implements Drainable {
        @Override
        public Address address() {
            return Address.unixDatagram("/" + name);
        }

        @Override
        public boolean finishReading(Duration timeout) {
            done.add("read " + name);
            readsTo.countDown();
            return true;
        }

        @Override
        public boolean drain(Duration timeout) {
            done.add("drained " + name);
            if (breaks) {
                throw new IllegalStateException("asked to fail");
            }
            return true;
        }
    }

    private BlockingCalls running(CountDownLatch until) {
        BlockingCalls calls = new BlockingCalls();
        calls.run(
                "waits",
                () -> {
                    awaitUninterruptibly(until);
                    return done.add("command");
                },
                Runnable::run,
                _ -> {},
                () -> {});
        return calls;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void allReadThenCommandsEndThenAnswersLeave() throws Exception {
        CountDownLatch read = new CountDownLatch(2);
        List<Telling> doors = List.of(new Telling("a", done, read, false), new Telling("b", done, read, false));

        Draining.of(doors, running(read), TimeLeft.of(LONG));

        assertThat(done.stream().limit(3)).containsExactly("read a", "read b", "command");
        assertThat(done.stream().skip(3).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("drained a", "drained b");
    }

    @Test
    void oneThatFailsLeavesTheOthers() throws Exception {
        CountDownLatch read = new CountDownLatch(2);
        List<Telling> doors = List.of(new Telling("a", done, read, true), new Telling("b", done, read, false));

        Draining.of(doors, running(read), TimeLeft.of(LONG));

        assertThat(done).contains("drained b");
    }

    @Test
    void aFailureIsNoWholeEnd() throws Exception {
        Address address = Address.unixDatagram("/a");

        assertThat(Draining.told(address, () -> true).call()).isTrue();
        assertThat(Draining.told(address, () -> false).call()).isFalse();
        assertThat(Draining.told(address, () -> {
                            throw new IllegalStateException("asked to fail");
                        })
                        .call())
                .isFalse();
    }
}
