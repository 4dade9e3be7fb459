package org.wirechief.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// A FIFO on a fresh path whose requests are lines, `name text`: the text, or so many bytes for
/// `name *1000000`, goes to the reply FIFO of that name beside it. `!` plainly begins one.
/// `hold` waits on the FIFO's thread until it is let [#going], `later` answers only then, `now`
/// waits for no reader, `interrupt` leaves its thread interrupted.
final class FifoDoor implements AutoCloseable {
    /// Takes all and does nothing.
    static final FifoHandler SILENT = new FifoHandler() {
        @Override
        public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
            return to - from;
        }

        @Override
        public int resync(byte[] bytes, int from, int to) {
            return -1;
        }
    };

    final Path directory;
    final Path path;
    final NetCounters counters = new NetCounters();
    final List<String> run = new CopyOnWriteArrayList<>();
    final List<String> dropped = new CopyOnWriteArrayList<>();
    final List<String> unfinished = new CopyOnWriteArrayList<>();
    final CountDownLatch going = new CountDownLatch(1);
    final FifoListener listener;

    private FifoDoor(Path path, FifoLimits limits, FileAccess access) throws IOException {
        this.path = path;
        this.directory = path.resolveSibling("");
        listener = FifoListener.open(
                "fifo door", Address.fifo(path.toString()), access, limits, counters, new LineHandler());
    }

    static FifoDoor open() throws IOException {
        return open(FifoLimits.DEFAULT);
    }

    static FifoDoor open(FifoLimits limits) throws IOException {
        return open(freshPath(), limits);
    }

    static FifoDoor open(Path path, FifoLimits limits) throws IOException {
        return new FifoDoor(path, limits, FileAccess.PRIVATE);
    }

    static FifoDoor open(FileAccess access) throws IOException {
        return new FifoDoor(freshPath(), FifoLimits.DEFAULT, access);
    }

    static FifoListener silent(Path path) throws IOException {
        return FifoListener.open(
                "silent",
                Address.fifo(path.toString()),
                FileAccess.PRIVATE,
                FifoLimits.DEFAULT,
                new NetCounters(),
                SILENT);
    }

    private static Path freshPath() {
        return Door.freshDirectory().resolve("fifo");
    }

    void write(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.WRITE);
    }

    Path makeFifo(String name) throws Exception {
        return makeFifo(directory.resolve(name));
    }

    static Path makeFifo(Path path) throws Exception {
        int exit = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        if (exit != 0) {
            throw new IOException("mkfifo " + path + " ended with " + exit);
        }
        return path;
    }

    /// Makes a reply FIFO and reads it to its end.
    FutureTask<String> reader(String name) throws Exception {
        return readerOf(makeFifo(name));
    }

    static FutureTask<String> readerOf(Path fifo) {
        var reading = new FutureTask<>(() -> Files.readString(fifo, StandardCharsets.ISO_8859_1));
        Thread.ofPlatform().daemon().start(reading);
        return reading;
    }

    /// Makes a reply FIFO and opens it, but never reads.
    FutureTask<InputStream> idleReader(String name) throws Exception {
        Path fifo = makeFifo(name);
        var opening = new FutureTask<InputStream>(() -> Files.newInputStream(fifo));
        Thread.ofPlatform().daemon().start(opening);
        return opening;
    }

    static <T> T get(FutureTask<T> task) throws Exception {
        return task.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        going.countDown();
        listener.close();
    }

    private final class LineHandler implements FifoHandler {
        @Override
        public int received(byte[] bytes, int from, int fresh, int to, FifoReplies replies) {
            int at = from;
            for (int end = lineEnd(bytes, at, to); end >= 0; end = lineEnd(bytes, at, to)) {
                line(new String(bytes, at, end - at, StandardCharsets.UTF_8), replies);
                at = end + 1;
            }
            return at - from;
        }

        @Override
        public int resync(byte[] bytes, int from, int to) {
            if (from < to && bytes[from] == '!') {
                return from;
            }
            int end = lineEnd(bytes, from, to);
            return end < 0 ? -1 : end + 1;
        }

        @Override
        public void expired(byte[] bytes, int from, int to, FifoReplies replies) {
            unfinished.add("expired " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLong(byte[] bytes, int from, int to, FifoReplies replies) {
            unfinished.add("too long " + new String(bytes, from, Math.min(4, to - from), StandardCharsets.UTF_8));
        }

        private void line(String line, FifoReplies replies) {
            String[] parts = line.split(" ", 2);
            String text = parts[1].startsWith("*") ? "x".repeat(Integer.parseInt(parts[1].substring(1))) : parts[1];
            byte[] reply = text.getBytes(StandardCharsets.UTF_8);
            var path = ReplyPath.of(directory + "/", parts[0].getBytes(StandardCharsets.UTF_8));
            var request = new FifoRequest() {
                @Override
                public void run(ReplyFifo fifo) {
                    run.add(line);
                    if (parts[1].equals("hold")) {
                        awaitUninterruptibly(going);
                    }
                    if (parts[1].equals("late")) {
                        Thread.ofVirtual().start(() -> fifo.answer(reply, 0, reply.length, () -> {}));
                    } else if (parts[1].equals("later")) {
                        Thread.ofVirtual().start(() -> {
                            awaitUninterruptibly(going);
                            fifo.answer(reply, 0, reply.length, () -> {});
                        });
                    } else if (parts[1].equals("interrupt")) {
                        fifo.answer(reply, 0, reply.length, () -> {});
                        Thread.currentThread().interrupt();
                    } else if (parts[1].equals("throw")) {
                        throw new IllegalStateException("asked to fail");
                    } else {
                        fifo.answer(reply, 0, reply.length, () -> {});
                    }
                }

                @Override
                public void dropped() {
                    dropped.add(line);
                }
            };
            if (parts[1].equals("now")) {
                replies.openNow(path, request);
            } else {
                replies.open(path, line.length(), request);
            }
        }

        private static void awaitUninterruptibly(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts this thread", e);
            }
        }

        private static int lineEnd(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                if (bytes[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }
    }
}
