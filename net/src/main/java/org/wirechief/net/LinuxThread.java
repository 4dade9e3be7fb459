package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What threads that serve one socket or FIFO have in common.
public final class LinuxThread {
    private LinuxThread() {}

    /// The id of the calling thread, -1 where there is no `/proc`. `/proc/thread-self` is a link
    /// to `<process>/task/<thread>`.
    public static long id() {
        try {
            var link = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return Long.parseLong(link.getFileName().toString());
        } catch (IOException | UnsupportedOperationException | NumberFormatException e) {
            return -1;
        }
    }

    /// Waits until a thread has begun its work.
    ///
    /// @param started completed by it, exceptionally if it could not begin
    /// @throws IOException what kept it from that
    static void awaitStart(CompletableFuture<Long> started) throws IOException {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    /// Forgets an interrupt that somebody else's work has left behind on the calling thread: it is
    /// not one of what follows.
    static void clearInterrupt() {
        var _ = Thread.interrupted();
    }

    /// Waits for the end of a thread, also when interrupted; not for the own.
    public static void joinUnlessCurrent(Thread thread) {
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
