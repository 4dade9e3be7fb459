package org.wirechief.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

/// What a handler is offered of what waits in a FIFO.
final class FifoSourceTest {
    private static final int BOUND = 20_000;

    private final Path path = Door.freshDirectory().resolve("fifo");
    private final NetCounters counters = new NetCounters();
    private final Libc libc = Libc.shared();
    private final Offered offered = new Offered();
    private FifoKeeper keeper;

    @AfterEach
    void close() {
        keeper.close();
        libc.close();
    }

    /// A read that ended in the midst would let the rest look like another write.
    @Test
    void whatWasWrittenAtOnceIsOfferedAtOnce() throws Exception {
        FifoSource source = source(FifoLimits.DEFAULT);
        write(10_000);
        assertThat(source.read()).isTrue();
        write(4000);
        assertThat(source.read()).isTrue();
        assertThat(source.read()).isFalse();

        assertThat(offered.calls).containsExactly("0 to 10000", "10000 to 14000");
        assertThat(counters.bytesIn.sum()).isEqualTo(14_000);
    }

    @Test
    void moreThanTheLongestRequestIsNotReadOn() throws Exception {
        FifoSource source = source(FifoLimits.DEFAULT.withMaxRequest(BOUND));
        write(BOUND - 1);
        assertThat(source.read()).isTrue();
        write(BOUND);
        assertThat(source.read()).isTrue();

        assertThat(offered.calls).containsExactly("0 to 19999", "19999 to 20000", "too long 20000");
    }

    private FifoSource source(FifoLimits limits) throws Exception {
        keeper = FifoKeeperTest.keeper(libc, path, limits, counters, offered);
        return keeper.sources().getFirst();
    }

    private void write(int length) throws Exception {
        Files.write(path, "x".repeat(length).getBytes(US_ASCII));
    }

    /// Uses nothing.
    private static final class Offered implements FifoHandler {
        private final List<String> calls = new ArrayList<>();

        @Override
        public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
            calls.add(fresh + " to " + to);
            return 0;
        }

        @Override
        public void tooLong(byte[] bytes, int from, int to, FifoReplies replies) {
            calls.add("too long " + to);
        }

        @Override
        public int resync(byte[] bytes, int from, int to) {
            return -1;
        }
    }
}
