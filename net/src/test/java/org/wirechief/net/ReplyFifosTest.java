package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.Wakeup;

/// Thousands of requests that name one FIFO cost one look at it when they end together.
final class ReplyFifosTest {
    private static final int MANY = 1_000;

    private final Path directory = Door.freshDirectory();
    private final NetCounters counters = new NetCounters();
    private final Lookout lookout = new Lookout(2);
    private final AtomicInteger dropped = new AtomicInteger();
    private final FifoRequest request = new FifoRequest() {
        @Override
        public void run(ReplyFifo reply) {
            throw new AssertionError("nobody reads the reply");
        }

        @Override
        public void dropped() {
            dropped.incrementAndGet();
        }
    };

    private interface Use {
        void of(ReplyFifos requests);
    }

    private void use(Use use) throws LinuxException {
        try (var libc = new Libc()) {
            var wakeup = Wakeup.open(libc);
            var requests = new ReplyFifos(libc, FifoLimits.DEFAULT, counters, wakeup, lookout);
            use.of(requests);
            requests.end();
            wakeup.close(libc);
        }
    }

    private ReplyPath at(String name) {
        return ReplyPath.of(directory + "/", name.getBytes(UTF_8));
    }

    @Test
    void whereTheFifoIsGone() throws Exception {
        use(requests -> {
            for (int i = 0; i < MANY; i++) {
                requests.open(at("gone"), 1, request);
            }

            requests.retry(System.nanoTime());

            assertThat(dropped.get()).isEqualTo(MANY);
            assertThat(counters.fifos.replyRefused.sum()).isEqualTo(MANY);
            assertThat(requests.openings()).isEqualTo(1);
        });
    }

    @Test
    void oneThatIsMoreThanAllMayHoldWaitsAlone() throws Exception {
        FifoDoor.makeFifo(directory.resolve("unread"));
        use(requests -> {
            requests.open(at("unread"), 1, request);
            requests.open(at("unread"), Integer.MAX_VALUE, request);
            requests.retry(System.nanoTime());
            assertThat(dropped.get()).isEqualTo(1);

            requests.open(at("unread"), 1, request);
            requests.retry(System.nanoTime());
            assertThat(dropped.get()).isEqualTo(2);
            assertThat(counters.fifos.unrunDropped.sum()).isEqualTo(2);
        });
    }

    @Test
    void whereNobodyReadsItAny() throws Exception {
        FifoDoor.makeFifo(directory.resolve("unread"));
        use(requests -> {
            for (int i = 0; i < MANY; i++) {
                requests.openNow(at("unread"), request);
            }

            requests.retry(System.nanoTime());

            assertThat(dropped.get()).isEqualTo(MANY);
            assertThat(counters.fifos.noReader.sum()).isEqualTo(MANY);
            assertThat(requests.openings()).isEqualTo(1);
        });
    }

    @Test
    void whoHasManyAnsweredTogetherIsExpectedToSendMore() throws Exception {
        Path path = directory.resolve("read");
        FifoDoor.makeFifo(path);
        try (var reader = new RandomAccessFile(path.toFile(), "rw")) {
            use(requests -> {
                for (int i = 0; i < Lookout.MANY - 1; i++) {
                    requests.open(at("read"), 1, answering());
                }
                requests.retry(System.nanoTime());
                assertThat(lookout.isWorthIt()).isFalse();

                for (int i = 0; i < Lookout.MANY; i++) {
                    requests.open(at("read"), 1, answering());
                }
                requests.retry(System.nanoTime());
                assertThat(lookout.isWorthIt()).isTrue();
            });
            byte[] answers = new byte[2 * Lookout.MANY - 1];
            reader.readFully(answers);
            assertThat(answers).containsOnly('.');
        }
    }

    private static FifoRequest answering() {
        return new FifoRequest() {
            @Override
            public void run(ReplyFifo reply) {
                reply.answer(new byte[] {'.'}, 0, 1, () -> {});
            }

            @Override
            public void dropped() {
                throw new AssertionError("its FIFO has a reader");
            }
        };
    }
}
