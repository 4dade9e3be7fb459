package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

final class FifoKeeperTest {
    private static final FifoHandler UNUSED = new FifoHandler() {
        @Override
        public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
            return to - from;
        }

        @Override
        public int resync(byte[] bytes, int from, int to) {
            return -1;
        }
    };

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
            var first = FifoFile.create(libc, address, FileAccess.PRIVATE, FifoProbe.PROBE);
            var keeper = new FifoKeeper(
                    libc, address, FileAccess.PRIVATE, FifoLimits.DEFAULT, counters.fifos, first, file -> {
                        if (opened.incrementAndGet() == 2) {
                            assertThat(path.toFile().delete()).isTrue();
                        }
                        return new FifoSource(libc, file.pipe(), FifoLimits.DEFAULT, counters, UNUSED, NOWHERE);
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
}
