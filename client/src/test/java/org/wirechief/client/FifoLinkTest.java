package org.wirechief.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.Value;
import org.wirechief.net.Address;

/// What becomes of calls over a FIFO that nobody answers.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FifoLinkTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path fifo = Path.of("");

    @BeforeEach
    void make() throws Exception {
        fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
    }

    private RandomAccessFile open() throws Exception {
        return new RandomAccessFile(fifo.toFile(), "rw");
    }

    private FifoLink link(FifoSpeech speech) {
        return new FifoLink(
                Address.fifo(fifo.toString()), folder + "/", speech, ConnectOptions.DEFAULTS.withInFlight(1));
    }

    private static Exchange call(Duration deadline) {
        return new Exchange("fifo:/x", "version", Arguments.NONE, deadline, false);
    }

    /// Says a call once, to be sure that it can be said, and fails the next time.
    private static final class Failing implements FifoSpeech {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public int number() {
            return 0;
        }

        @Override
        public byte[] request(Exchange call, int number, String replyName) {
            if (asked.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("asked to fail");
            }
            return new byte[1];
        }

        @Override
        public String remark(int length) {
            return "";
        }

        @Override
        public boolean mayEndWith(byte last) {
            return false;
        }

        @Override
        public boolean isWhole(byte[] answer) {
            return false;
        }

        @Override
        public List<Value> read(byte[] answer, int number) {
            return List.of();
        }
    }

    @Test
    void aFailureInItsThreadEndsTheCallAndFreesItsPlace() throws Exception {
        try (var _ = open();
                var link = link(new Failing())) {
            for (int i = 0; i < 3; i++) {
                Exchange call = call(LONG);
                link.send(call);

                assertThatThrownBy(call::await)
                        .isInstanceOfSatisfying(
                                ConnectionLost.class,
                                lost -> assertThat(lost.mayHaveRun()).isFalse())
                        .hasMessageContaining("the client failed: java.lang.IllegalStateException: asked to fail");
            }
        }
    }

    @Test
    void whatWasNotWrittenHasNotRun() throws Exception {
        RandomAccessFile server = open();
        try (var link = link(new MiFifoSpeech())) {
            server.write("x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII));
            Exchange late = call(Duration.ofSeconds(2));
            link.send(late);
            assertThatThrownBy(late::await)
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isFalse())
                    .hasMessageContaining("not sent")
                    .hasMessageContaining("which is full");
            Exchange lost = call(LONG);
            link.send(lost);
            Thread.sleep(500);
            server.close();

            assertThatThrownBy(lost::await)
                    .isInstanceOfSatisfying(
                            ConnectionLost.class,
                            e -> assertThat(e.mayHaveRun()).isFalse())
                    .hasMessageContaining("the server stopped reading its FIFO");
        }
    }

    /// Nor has what was cancelled while it waited for others to be written.
    @Test
    void whatWasCancelledIsNotWritten() throws Exception {
        try (RandomAccessFile server = open();
                var link = new FifoLink(
                        Address.fifo(fifo.toString()), folder + "/", new MiFifoSpeech(), ConnectOptions.DEFAULTS)) {
            server.write("x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII));
            Exchange first = call(LONG);
            Exchange second = call(LONG);
            link.send(first);
            link.send(second);
            Thread.sleep(500);
            first.interrupted();
            second.interrupted();
            assertThat(Thread.interrupted()).isTrue();
            server.readFully(new byte[64 * 1024]);
            Thread.sleep(500);
            server.write('.');

            assertThat(server.read()).isEqualTo('.');
            assertThat(folder.toFile().list()).containsExactly("fifo");
        }
    }

    /// The program may end next, and end what removes them.
    @Test
    void whoClosesLeavesNoReplyFifo() throws Exception {
        try (var _ = open()) {
            var link = link(new MiFifoSpeech());
            Exchange call = call(LONG);
            link.send(call);
            while (folder.toFile().list().length < 2) {
                Thread.sleep(5);
            }
            Thread.currentThread().interrupt();
            assertThatThrownBy(call::await).isInstanceOf(InterruptedIOException.class);
            link.close();

            assertThat(Thread.interrupted()).isTrue();
            assertThat(folder.toFile().list()).containsExactly("fifo");
        }
    }

    @Test
    void whatWasWrittenMayHaveRun() throws Exception {
        try (var _ = open();
                var link = link(new MiFifoSpeech())) {
            Exchange call = call(Duration.ofSeconds(2));
            link.send(call);

            assertThatThrownBy(call::await)
                    .isInstanceOfSatisfying(
                            CallTimedOut.class, e -> assertThat(e.mayHaveRun()).isTrue());
        }
    }
}
