package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.wirechief.it.live.RawStream;
import org.wirechief.testkit.GoldenVector;

/// What requests written to the FIFO come to: what reaches the reply FIFO, which is missing, none,
/// or not read where it was so in the capture.
final class FifoPipePlay {
    /// Nothing is tried twice: a request of many lines would take more stack than there is.
    private static final Pattern ONE_REQUEST = Pattern.compile(":[^:\\s]+:\r?\n(?:[^\r\n]++\r?+\n)*+(?:\r?\n|\r)");

    private FifoPipePlay() {}

    /// What was sent over sockets means the same on the FIFO, once it names a reply FIFO: every
    /// request whose first line is one, and that is whole and alone.
    static boolean isForThis(GoldenVector vector) {
        return ONE_REQUEST.matcher(FifoVectors.latin(vector.bytes("request"))).matches();
    }

    /// Plays one of those.
    static void playOfSockets(GoldenVector vector, FifoServer server) throws Exception {
        byte[] expected = FifoVectors.expected(vector, false, server);
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            String request = FifoVectors.latin(vector.bytes("request"));
            int name = request.indexOf(':', 1) + 1;
            Files.write(
                    fifo(server),
                    FifoVectors.latin(request.substring(0, name) + reply.name() + request.substring(name)),
                    StandardOpenOption.WRITE);
            String answer = ReplyPipe.get(reading);
            if (FifoVectors.isBeginning(expected)) {
                assertThat(answer).startsWith(FifoVectors.latin(expected).replace("*", ""));
            } else if (FifoVectors.hasOwnValues(vector, false)) {
                assertThat(FifoVectors.shape(FifoVectors.latin(answer), true))
                        .isEqualTo(FifoVectors.shape(expected, false));
            } else {
                assertThat(answer).isEqualTo(FifoVectors.latin(expected));
            }
        }
    }

    /// Plays one that was written to a FIFO.
    static void play(GoldenVector vector, boolean compat, FifoServer server) throws Exception {
        Path path = Path.of("/tmp", vector.text("reply_fifo"));
        Files.deleteIfExists(path);
        byte[] expected = FifoVectors.expected(vector, compat, server);
        switch (vector.text("reply_fifo_state")) {
            case "normal" -> normal(vector, compat, expected, server);
            case "absent" -> refused(vector, server);
            case "regular" -> {
                Files.writeString(path, "as it was");
                refused(vector, server);
                assertThat(path).hasContent("as it was");
            }
            case "symlink" -> {
                try (ReplyPipe target = ReplyPipe.create()) {
                    Files.createSymbolicLink(path, target.path());
                    refused(vector, server);
                }
            }
            case "hardlink" -> {
                try (ReplyPipe target = ReplyPipe.create()) {
                    Files.createLink(path, target.path());
                    refused(vector, server);
                }
            }
            case "noreader" -> {
                try (ReplyPipe _ = ReplyPipe.create(vector.text("reply_fifo"))) {
                    write(vector, server);
                    await(server, "reply_fifos_no_reader");
                }
            }
            default -> throw new IllegalArgumentException(vector.name());
        }
        Files.deleteIfExists(path);
    }

    private static void normal(GoldenVector vector, boolean compat, byte[] expected, FifoServer server)
            throws Exception {
        try (ReplyPipe reply = ReplyPipe.create(vector.text("reply_fifo"))) {
            FutureTask<String> reading = reply.reading();
            write(vector, server);
            if (expected.length > 0) {
                String answer = ReplyPipe.get(reading);
                if (FifoVectors.hasOwnValues(vector, compat)) {
                    assertThat(FifoVectors.shape(FifoVectors.latin(answer), !compat))
                            .isEqualTo(FifoVectors.shape(expected, false));
                } else {
                    assertThat(answer).isEqualTo(FifoVectors.latin(expected));
                }
            } else {
                assertServes(server);
                assertThat(reading).isNotDone();
                // lets the reader go
                Files.write(reply.path(), new byte[0], StandardOpenOption.WRITE);
                ReplyPipe.get(reading);
            }
        }
    }

    private static void refused(GoldenVector vector, FifoServer server) throws Exception {
        long before = server.statistic("reply_fifos_refused");
        write(vector, server);
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("reply_fifos_refused") == before + 1);
    }

    private static void await(FifoServer server, String statistic) {
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic(statistic) > 0);
    }

    private static void write(GoldenVector vector, FifoServer server) throws IOException {
        Files.write(fifo(server), vector.bytes("request"), StandardOpenOption.WRITE);
    }

    /// A good request on the FIFO: what was written before it has been dealt with when it is
    /// answered.
    private static void assertServes(FifoServer server) throws Exception {
        try (ReplyPipe reply = ReplyPipe.create()) {
            FutureTask<String> reading = reply.reading();
            Files.writeString(fifo(server), ":core.version:" + reply.name() + "\n\n", StandardOpenOption.WRITE);
            assertThat(ReplyPipe.get(reading)).isEqualTo("200 OK\nkamailio 5.6.3 (x86_64/linux) \n");
        }
    }

    private static Path fifo(FifoServer server) {
        return server.folder().resolve("f");
    }
}
