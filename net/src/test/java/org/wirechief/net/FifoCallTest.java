package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/// The client's side of a FIFO.
final class FifoCallTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void asksAndGetsTheReply() throws Exception {
        try (var door = FifoDoor.open()) {
            for (int i = 0; i < 100; i++) {
                assertThat(ask(door, "hello " + i, LONG)).isEqualTo("hello " + i);
            }
            assertThat(ask(door, "*3000000", LONG)).hasSize(3_000_000);
            assertThat(ask(door, "late", LONG)).isEqualTo("late");
            try (var names = Files.list(door.directory)) {
                assertThat(names).containsExactly(door.path);
            }
        }
    }

    @Test
    void anEmptyReplyIsOne() throws Exception {
        try (var door = FifoDoor.open()) {
            assertThat(ask(door, "", LONG)).isEmpty();
        }
    }

    @Test
    void whereNobodyReads() throws Exception {
        Path directory = Door.freshDirectory();
        Path fifo = FifoDoor.makeFifo(directory.resolve("fifo"));
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> open(fifo, directory)).hasMessage("no server reads the FIFO " + fifo + "; start it");
        assertThatThrownBy(() -> open(file, directory)).hasMessage(file + " is no FIFO");
        assertThatThrownBy(() -> open(directory.resolve("none"), directory))
                .hasMessageStartingWith("there is no FIFO at " + directory.resolve("none"));
        try (var names = Files.list(directory)) {
            assertThat(names).containsExactlyInAnyOrder(fifo, file);
        }
    }

    @Test
    void whereNoReplyFifoCanBe() throws Exception {
        try (var door = FifoDoor.open()) {
            assertThatThrownBy(() -> open(door.path, Path.of("/no/such/directory")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot make a reply FIFO in /no/such/directory/: ");
        }
    }

    @Test
    void aServerThatDoesNotAnswer() throws Exception {
        Path directory = Door.freshDirectory();
        try (var silent = silent(directory.resolve("fifo"));
                var call = open(directory.resolve("fifo"), directory)) {
            assertThatThrownBy(() -> call.exchange(new byte[10], Duration.ofMillis(50), () -> false, (b, f, t) -> {}))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("the server has not opened the reply FIFO " + directory);
            assertThatThrownBy(() -> call.exchange(new byte[10], LONG, () -> true, (b, f, t) -> {}))
                    .hasMessage("given up");
            assertThat(silent.threadId()).isPositive();
        }
    }

    @Test
    void onlyTheOwnerReadsTheReply() throws Exception {
        Path directory = Door.freshDirectory();
        try (var silent = silent(directory.resolve("fifo"));
                var call = open(directory.resolve("fifo"), directory)) {
            assertThat(Files.getAttribute(directory.resolve(call.replyName()), "unix:mode"))
                    .isEqualTo(0010622);
            assertThat(call.replyName()).matches("[a-z0-9-]+");
            assertThat(silent.address().name()).startsWith(directory.toString());
        }
    }

    private static FifoCall open(Path fifo, Path directory) throws IOException {
        return FifoCall.open(Address.fifo(fifo.toString()), directory + "/");
    }

    private static String ask(FifoDoor door, String text, Duration timeout) throws Exception {
        // a thread of its own, as its memory wants
        var asking = new FutureTask<>(() -> {
            var reply = new StringBuilder();
            try (var call = open(door.path, door.directory)) {
                byte[] request = (call.replyName() + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
                call.exchange(
                        request,
                        timeout,
                        () -> false,
                        (bytes, from, to) -> reply.append(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
            }
            return reply.toString();
        });
        Thread.ofPlatform().daemon().start(asking);
        return FifoDoor.get(asking);
    }

    private static FifoListener silent(Path path) throws IOException {
        return FifoListener.open(
                "silent",
                Address.fifo(path.toString()),
                FileAccess.PRIVATE,
                FifoLimits.DEFAULT,
                new NetCounters(),
                new FifoHandler() {
                    @Override
                    public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
                        return to - from;
                    }

                    @Override
                    public int resync(byte[] bytes, int from, int to) {
                        return -1;
                    }
                });
    }
}
