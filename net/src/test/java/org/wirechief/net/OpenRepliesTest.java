package org.wirechief.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;
import org.wirechief.net.linux.Wakeup;

/// A reply whose reader stopped, and a server that was stopped for longer than it would have
/// waited.
final class OpenRepliesTest {
    /// More than a FIFO takes, and less than twice as much.
    private static final int LENGTH = 100_000;

    private final Path path = Door.freshDirectory().resolve("reply");
    private final NetCounters counters = new NetCounters();
    private final List<OpenReply> closed = new ArrayList<>();

    private interface Use {
        void of(OpenReplies replies, RandomAccessFile reader) throws Exception;
    }

    private void use(Use use) throws Exception {
        FifoDoor.makeFifo(path);
        try (var libc = new Libc();
                var reader = new RandomAccessFile(path.toFile(), "rw")) {
            var wakeup = Wakeup.open(libc);
            var replies = new OpenReplies(libc, FifoLimits.DEFAULT, counters, wakeup, closed::add);
            byte[] name = path.toString().getBytes(UTF_8);
            NamedPipe pipe = NamedPipe.openToWrite(libc, NativePath.of(libc, name));
            assertThat(pipe).isNotNull();
            OpenReply reply = replies.add(new ReplyQueue(ReplyPath.of("", name), System.nanoTime()), pipe);
            reply.begin(replies).answer(new byte[LENGTH], 0, LENGTH, () -> {});
            replies.endGathering(reply);
            assertThat(counters.fifos.repliesParked.sum()).isEqualTo(1);

            use.of(replies, reader);

            replies.end();
            wakeup.close(libc);
        }
    }

    private static long longAfter() {
        return System.nanoTime()
                + FifoLimits.DEFAULT.replyTimeout().plus(Duration.ofHours(1)).toNanos();
    }

    @Test
    void goesOnWhenItsReaderHasReadMeanwhile() throws Exception {
        use((replies, reader) -> {
            reader.readFully(new byte[LENGTH / 2]);

            replies.expire(longAfter());

            assertThat(counters.fifos.repliesExpired.sum()).isZero();
            assertThat(counters.fifos.repliesSent.sum()).isEqualTo(1);
            assertThat(closed).hasSize(1);
            reader.readFully(new byte[LENGTH / 2]);
        });
    }

    @Test
    void isGivenUpWhenItHasNot() throws Exception {
        use((replies, _) -> {
            long next = replies.expire(longAfter());

            assertThat(next).isNegative();
            assertThat(counters.fifos.repliesExpired.sum()).isEqualTo(1);
            assertThat(closed).hasSize(1);
        });
    }
}
