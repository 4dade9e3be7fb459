package org.wirechief.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A loop with one listener on a fresh address, and what they count and report.
final class Door implements AutoCloseable {
    final List<Throwable> errors = new CopyOnWriteArrayList<>();
    final NetCounters counters = new NetCounters();
    final ConnectionBudget budget;
    final EventLoop loop;
    final StreamListener listener;

    Door(Carrier carrier, StreamLimits limits, int connections, StreamHandler handler) throws IOException {
        budget = new ConnectionBudget(connections);
        loop = EventLoop.start("door", errors::add);
        Address address = carrier.freshAddress(freshDirectory());
        listener = StreamListener.open(loop, address, FileAccess.PRIVATE, limits, budget, counters, handler);
    }

    static Door open(Carrier carrier, StreamHandler handler) throws IOException {
        return new Door(carrier, StreamLimits.DEFAULT, 128, handler);
    }

    static Door open(Carrier carrier, StreamLimits limits, StreamHandler handler) throws IOException {
        return new Door(carrier, limits, 128, handler);
    }

    /// Removed with what is in it when the JVM ends; short, because socket paths are.
    static Path freshDirectory() {
        try {
            Path directory = Files.createTempDirectory("chief");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + directory + ": " + e);
        }
    }

    RawClient dial() throws IOException {
        return RawClient.to(listener.bound());
    }

    /// The only connection there is.
    StreamConnection connection() {
        return listener.connections().getFirst();
    }

    <T> T onLoop(Callable<T> question) throws Exception {
        var answer = new CompletableFuture<T>();
        loop.execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        listener.close();
        loop.close();
    }
}
