package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.OpenFiles;
import org.wirechief.net.linux.PollSet;
import org.wirechief.net.linux.Wakeup;

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
        assertThatThrownBy(() -> open(file, directory)).hasMessageStartingWith(file + " is a regular file, no FIFO;");
        Path link = Files.createSymbolicLink(directory.resolve("link"), fifo);
        assertThatThrownBy(() -> open(link, directory))
                .hasMessage(link + " is a symbolic link, no FIFO; give the path it leads to");
        assertThatThrownBy(() -> FifoCall.probe(Address.fifo(fifo.toString())))
                .hasMessage("no server reads the FIFO " + fifo + "; start it");
        assertThatThrownBy(() -> open(directory.resolve("none"), directory))
                .hasMessageStartingWith("there is no FIFO at " + directory.resolve("none"));
        try (var names = Files.list(directory)) {
            assertThat(names).containsExactlyInAnyOrder(fifo, file, link);
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
        try (var silent = FifoDoor.silent(directory.resolve("fifo"));
                var call = open(directory.resolve("fifo"), directory)) {
            call.send(new byte[10], LONG, new Caller());
            assertThatThrownBy(() -> call.receive(Duration.ofMillis(200), () -> false, (b, f, t) -> {}))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("the server has not opened the reply FIFO " + directory);
            assertThatThrownBy(() -> call.receive(LONG, () -> true, (b, f, t) -> {}))
                    .hasMessage("given up");
            assertThat(silent.threadId()).isPositive();
        }
    }

    @Test
    void onlyTheOwnerReadsTheReply() throws Exception {
        Path directory = Door.freshDirectory();
        try (var silent = FifoDoor.silent(directory.resolve("fifo"));
                var call = open(directory.resolve("fifo"), directory)) {
            assertThat(Files.getAttribute(directory.resolve(call.replyName()), "unix:mode"))
                    .isEqualTo(0010622);
            assertThat(call.replyName()).matches("[a-z0-9-]+");
            assertThat(silent.address().name()).startsWith(directory.toString());
        }
    }

    /// A server that reads nothing, and whatever a test does on the reply FIFO.
    @Test
    void aServerThatDoesNotReadItsFifo() throws Exception {
        try (var server = ByHand.start()) {
            server.call.send(new byte[10], LONG, new Caller());

            assertThatThrownBy(() -> server.receive(Duration.ofMillis(200)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server has not read its FIFO " + server.fifo
                            + ", where 10 bytes wait: it hangs or is busy");
        }
    }

    @Test
    void aFullFifo() throws Exception {
        try (var server = ByHand.start()) {
            server.fill();
            var caller = new Caller();

            assertThatThrownBy(() -> server.call.send(new byte[10], Duration.ofMillis(100), caller))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageStartingWith("the server does not read its FIFO " + server.fifo);
            assertThat(caller.mayHaveLeft).isFalse();
            server.end();
            assertThatThrownBy(() -> server.call.send(new byte[10], LONG, caller))
                    .hasMessage("the server stopped reading its FIFO " + server.fifo);
            assertThat(caller.mayHaveLeft).isFalse();
        }
    }

    @Test
    void aServerThatOpensTheReplyAndIsBusy() throws Exception {
        try (var server = ByHand.start()) {
            try (var _ = server.openReply()) {
                assertThatThrownBy(() -> server.receive(Duration.ofMillis(200)))
                        .isInstanceOf(SocketTimeoutException.class)
                        .hasMessage("the server has opened the reply FIFO and not written to it:"
                                + " the command still runs");
            }
            assertThat(server.receive(LONG)).isEmpty();
        }
    }

    @Test
    void aServerThatStopsInTheMiddle() throws Exception {
        try (var server = ByHand.start();
                var reply = server.openReply()) {
            reply.write("half".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> server.receive(Duration.ofMillis(200)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("the server stopped in the middle of its answer, after 4 bytes");
        }
    }

    @Test
    void aServerThatEnds() throws Exception {
        try (var server = ByHand.start()) {
            server.end();
            assertThatThrownBy(() -> server.receive(LONG))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the server has ended: nobody reads its FIFO " + server.fifo + " any more");
        }
    }

    /// As after somebody has lowered the limit of a running process.
    @Test
    void aSystemThatDoesNotLetItWait() throws Exception {
        int limit = OpenFiles.limit();
        try (var libc = new Libc()) {
            var set = new PollSet(libc, limit + 1);
            var wakeup = Wakeup.open(libc);
            for (int i = 0; i < limit + 1; i++) {
                set.add(wakeup);
            }

            assertThatThrownBy(() -> FifoCall.await(set, 0, "/run/x/fifo"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot wait for the server at the FIFO /run/x/fifo: poll: invalid argument (EINVAL)");
            wakeup.close(libc);
        }
    }

    /// As one does when it is asked to, or its path has lost it.
    @Test
    void aServerThatMakesItsFifoAnew() throws Exception {
        try (var server = ByHand.start()) {
            Path other = FifoDoor.makeFifo(server.fifo.resolveSibling("other"));
            var anew = new FutureTask<>(() -> {
                server.end();
                Thread.sleep(100);
                try (var _ = new RandomAccessFile(other.toFile(), "rw")) {
                    Files.move(other, server.fifo, StandardCopyOption.REPLACE_EXISTING);
                    Thread.sleep(300);
                    try (OutputStream reply = server.openReply()) {
                        reply.write("there".getBytes(StandardCharsets.UTF_8));
                    }
                }
                return true;
            });
            Thread.ofPlatform().daemon().start(anew);
            assertThat(server.receive(LONG)).isEqualTo("there");
            FifoDoor.get(anew);
        }
    }

    @Test
    void aReplyFifoThatIsRemoved() throws Exception {
        try (var server = ByHand.start()) {
            Path reply = server.fifo.resolveSibling(server.call.replyName());
            Files.delete(reply);
            assertThatThrownBy(() -> server.receive(LONG))
                    .isInstanceOf(IOException.class)
                    .hasMessage("somebody removed the reply FIFO " + reply + " before the server opened it");
        }
    }

    /// Removed when somebody has opened it, it still carries the reply.
    @Test
    void aReplyFifoThatIsRemovedTooLate() throws Exception {
        try (var server = ByHand.start()) {
            OutputStream reply = server.openReply();
            Files.delete(server.fifo.resolveSibling(server.call.replyName()));
            var answering = new FutureTask<>(() -> {
                try (reply) {
                    Thread.sleep(300);
                    reply.write("there".getBytes(StandardCharsets.UTF_8));
                }
                return true;
            });
            Thread.ofPlatform().daemon().start(answering);
            assertThat(server.receive(LONG)).isEqualTo("there");
            FifoDoor.get(answering);
        }
    }

    @Test
    void whatSomebodyElsePutInItsPlaceStays() throws Exception {
        try (var server = ByHand.start()) {
            Path reply = server.fifo.resolveSibling(server.call.replyName());
            Files.delete(reply);
            Files.writeString(reply, "mine");
            server.call.removeReply();
            assertThat(reply).hasContent("mine");
        }
    }

    @Test
    void aReplyThatIsWholeBeforeItsEnd() throws Exception {
        try (var server = ByHand.start();
                var reply = server.openReply()) {
            reply.write("whole".getBytes(StandardCharsets.UTF_8));
            var got = new StringBuilder();
            server.call.receive(LONG, () -> false, new FifoCall.Taker() {
                @Override
                public void take(byte[] bytes, int from, int to) {
                    got.append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
                }

                @Override
                public boolean isWhole() {
                    return got.toString().equals("whole");
                }
            });
            assertThat(got).hasToString("whole");
        }
    }

    /// A FIFO that is open for reading and read by nobody, and a call at it.
    private record ByHand(Path fifo, RandomAccessFile reader, FifoCall call) implements AutoCloseable {
        static ByHand start() throws Exception {
            Path fifo = FifoDoor.makeFifo(Door.freshDirectory().resolve("fifo"));
            var reader = new RandomAccessFile(fifo.toFile(), "rw");
            return new ByHand(fifo, reader, open(fifo, fifo.getParent()));
        }

        OutputStream openReply() throws IOException {
            return Files.newOutputStream(fifo.resolveSibling(call.replyName()), StandardOpenOption.WRITE);
        }

        void fill() throws IOException {
            reader.write(new byte[64 * 1024]);
        }

        void end() throws IOException {
            reader.close();
        }

        String receive(Duration timeout) throws IOException {
            var reply = new StringBuilder();
            call.receive(
                    timeout,
                    () -> false,
                    (bytes, from, to) -> reply.append(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
            return reply.toString();
        }

        @Override
        public void close() throws IOException {
            call.close();
            reader.close();
        }
    }

    /// One who waits on.
    private static final class Caller implements FifoCall.Caller {
        private boolean mayHaveLeft;

        @Override
        public boolean leaves() {
            mayHaveLeft = true;
            return true;
        }

        @Override
        public void stays() {
            mayHaveLeft = false;
        }

        @Override
        public boolean isGone() {
            return false;
        }
    }

    private static FifoCall open(Path fifo, Path directory) throws IOException {
        return FifoCall.open(Address.fifo(fifo.toString()), directory + "/", WhileEnding.REFUSED);
    }

    private static String ask(FifoDoor door, String text, Duration timeout) throws Exception {
        // a thread of its own, as its memory wants
        var asking = new FutureTask<>(() -> {
            var reply = new StringBuilder();
            try (var call = open(door.path, door.directory)) {
                byte[] request = (call.replyName() + " " + text + "\n").getBytes(StandardCharsets.UTF_8);
                call.send(request, timeout, new Caller());
                call.receive(
                        timeout,
                        () -> false,
                        (bytes, from, to) -> reply.append(new String(bytes, from, to - from, StandardCharsets.UTF_8)));
            }
            return reply.toString();
        });
        Thread.ofPlatform().daemon().start(asking);
        return FifoDoor.get(asking);
    }
}
