package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

final class FifoKeeperTest {
    private static final FifoReplies NOWHERE = new FifoReplies() {
        @Override
        public void open(ReplyPath path, int bytes, FifoRequest request) {
            throw new AssertionError("nothing is written here");
        }

        @Override
        public void openNow(ReplyPath path, FifoRequest request) {
            throw new AssertionError("nothing is written here");
        }

        @Override
        public void alone(Runnable request) {
            request.run();
        }
    };

    @Test
    void whatGoesBeforeItIsWatchedIsMadeAnewAtOnce() throws Exception {
        Path path = Door.freshDirectory().resolve("fifo");
        Address address = Address.fifo(path.toString());
        var counters = new NetCounters();
        var opened = new AtomicInteger();
        try (var libc = new Libc()) {
            var keeper = new FifoKeeper(libc, address, FileAccess.PRIVATE, FifoLimits.DEFAULT, counters.fifos, file -> {
                if (opened.incrementAndGet() == 2) {
                    assertThat(path.toFile().delete()).isTrue();
                }
                return new FifoSource(libc, file.pipe(), FifoLimits.DEFAULT, counters, FifoDoor.SILENT, NOWHERE);
            });
            Files.delete(path);
            keeper.check(false);
            assertThat(path).doesNotExist();

            keeper.checkInTime(System.nanoTime());

            assertThat(path).exists();
            assertThat(counters.fifos.recreated.sum()).isEqualTo(2);
            keeper.close();
        }
    }

    /// Keeps what it is given, and uses all but the last byte: half a request.
    private static final class Halves implements FifoHandler {
        private final StringBuilder read = new StringBuilder();

        @Override
        public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
            read.append(new String(bytes, fresh, to - fresh, UTF_8));
            return to - from - 1;
        }

        @Override
        public int resync(byte[] bytes, int from, int to) {
            return -1;
        }
    }

    private static FifoKeeper keeper(Libc libc, Path path, NetCounters counters, FifoHandler handler) throws Exception {
        return keeper(libc, path, FifoLimits.DEFAULT, counters, handler);
    }

    static FifoKeeper keeper(Libc libc, Path path, FifoLimits limits, NetCounters counters, FifoHandler handler)
            throws Exception {
        Address address = Address.fifo(path.toString());
        return new FifoKeeper(
                libc,
                address,
                FileAccess.PRIVATE,
                limits,
                counters.fifos,
                file -> new FifoSource(libc, file.pipe(), limits, counters, handler, NOWHERE));
    }

    @Test
    void whatIsWrittenAfterTheLastReadIsCounted() throws Exception {
        Path path = Door.freshDirectory().resolve("fifo");
        var counters = new NetCounters();
        try (var libc = new Libc()) {
            var keeper = keeper(libc, path, counters, FifoDoor.SILENT);
            try (OutputStream writer = Files.newOutputStream(path)) {
                writer.write("in time".getBytes(UTF_8));
                keeper.sources().forEach(FifoSource::readLast);
                writer.write("late".getBytes(UTF_8));

                keeper.close();
            }
            assertThat(counters.bytesIn.sum()).isEqualTo("in time".length());
            assertThat(counters.fifos.unread.sum()).isEqualTo("late".length());
        }
    }

    /// Made anew as often as it takes for the first one to be given up.
    @Test
    void whatWasWrittenToAFifoBeforeItIsGivenUpIsRead() throws Exception {
        Path path = Door.freshDirectory().resolve("fifo");
        var counters = new NetCounters();
        var handler = new Halves();
        try (var libc = new Libc()) {
            FifoKeeper keeper = keeper(libc, path, counters, handler);
            try (OutputStream writer = Files.newOutputStream(path)) {
                for (int i = 0; i < 33; i++) {
                    keeper.check(true);
                }
                writer.write("late".getBytes(UTF_8));
                keeper.checkInTime(System.nanoTime());

                assertThat(handler.read).hasToString("late");
                assertThat(counters.fifos.incompleteExpired.sum()).isEqualTo(1);
                assertThat(keeper.sources()).hasSize(33);
                assertThatThrownBy(() -> writer.write('x')).hasMessageContaining("Broken pipe");
            } finally {
                keeper.close();
            }
        }
    }

    @Test
    void halfARequestIsCountedWhenItIsClosed() throws Exception {
        Path path = Door.freshDirectory().resolve("fifo");
        var counters = new NetCounters();
        try (var libc = new Libc()) {
            FifoKeeper keeper = keeper(libc, path, counters, new Halves());
            Files.writeString(path, "half");
            keeper.sources().getFirst().read();

            keeper.close();

            assertThat(counters.fifos.incompleteExpired.sum()).isEqualTo(1);
        }
    }
}
