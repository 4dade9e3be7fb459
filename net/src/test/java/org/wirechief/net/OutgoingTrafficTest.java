package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

/// A receiver that took nothing, and a sender that was stopped for longer than it would have
/// waited.
class OutgoingTrafficTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MANY = 500;

    private final Path path = Door.freshDirectory().resolve("late");
    private final SenderLine line = SenderLine.to(path);

    private interface Use {
        void of(OutgoingTraffic traffic, UnixClient receiver) throws Exception;
    }

    /// With a receiver that was sent what its queue takes.
    private void use(Use use) throws Exception {
        try (UnixClient receiver = UnixClient.at(path);
                Libc libc = new Libc()) {
            SenderSockets sockets = SenderSockets.open(libc, 1 << 20);
            OutgoingTraffic traffic = sockets.traffic(libc, PATIENCE.toNanos(), new NetCounters());
            line.fill(0, MANY);
            traffic.announce(line.peer(), line);
            int before;
            do {
                before = line.settled();
                traffic.turn(System.nanoTime(), false);
            } while (line.settled() > before);
            assertThat(line.sent).hasPositiveValue();
            assertThat(line.settled()).isLessThan(MANY);

            use.of(traffic, receiver);

            sockets.close(libc);
        }
    }

    @Test
    void getsWhatWaitsWhenItHasReadMeanwhile() throws Exception {
        use((traffic, receiver) -> {
            int before = line.sent.get();
            for (int n = 0; n < before; n++) {
                assertThat(new String(receiver.receive(), UTF_8)).isEqualTo(Integer.toString(n));
            }

            Thread.sleep(PATIENCE.plusMillis(1));
            traffic.turn(System.nanoTime(), false);

            assertThat(line.sent).hasValueGreaterThan(before);
            assertThat(line.failed).hasValue(0);
            assertThat(new String(receiver.receive(), UTF_8)).isEqualTo(Integer.toString(before));
        });
    }

    @Test
    void isGivenUpWhenItHasNot() throws Exception {
        use((traffic, _) -> {
            int before = line.sent.get();

            Thread.sleep(PATIENCE.plusMillis(1));
            traffic.turn(System.nanoTime(), false);

            assertThat(line.sent).hasValue(before);
            assertThat(line.settled()).isEqualTo(MANY);
        });
    }
}
