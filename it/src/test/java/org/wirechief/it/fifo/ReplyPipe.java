package org.wirechief.it.fifo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A reply FIFO in `/tmp`, where the protocol has it, as a client makes one.
public final class ReplyPipe implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Path path;

    private ReplyPipe(Path path) {
        this.path = path;
    }

    /// Makes one with a name nobody else has.
    public static ReplyPipe create() throws IOException, InterruptedException {
        return create("wc-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
    }

    static ReplyPipe create(String name) throws IOException, InterruptedException {
        Path path = Path.of("/tmp", name);
        Process mkfifo = new ProcessBuilder("mkfifo", "-m", "600", path.toString()).start();
        if (mkfifo.waitFor() != 0) {
            throw new IOException("mkfifo " + path + " ended with " + mkfifo.exitValue());
        }
        return new ReplyPipe(path);
    }

    public String name() {
        return path.getFileName().toString();
    }

    Path path() {
        return path;
    }

    /// Reads it to its end, from now on.
    public FutureTask<String> reading() {
        return started(new FutureTask<>(() -> Files.readString(path, StandardCharsets.ISO_8859_1)));
    }

    /// Opens it and does not read.
    FutureTask<InputStream> opening() {
        return started(new FutureTask<>(() -> Files.newInputStream(path)));
    }

    private static <T> FutureTask<T> started(FutureTask<T> task) {
        Thread.ofPlatform().daemon().start(task);
        return task;
    }

    /// What a reader got, within a minute.
    public static <T> T get(FutureTask<T> task) throws Exception {
        return task.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
