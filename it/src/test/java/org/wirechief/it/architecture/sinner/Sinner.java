package org.wirechief.it.architecture.sinner;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.wirechief.core.Fault;

/// Does what core must not; [org.wirechief.it.architecture.RulesBiteTest] wants every sin found.
final class Sinner {
    private Sinner() {}

    static File file(Path path) {
        return path.toFile();
    }

    static int socket() throws IOException {
        try (var socket = new Socket()) {
            return socket.getPort();
        }
    }

    static int innocent() {
        return new ByteArrayOutputStream().size();
    }

    static Thread thread() {
        return Thread.ofVirtual().name("sinner").unstarted(() -> {});
    }

    static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    static void pool() {
        Executors.newVirtualThreadPerTaskExecutor().close();
    }

    static Instant time(Clock clock) {
        return Instant.now().plusNanos(System.nanoTime()).plusMillis(clock.millis());
    }

    static int fault(Fault fault) {
        return fault.hashCode();
    }
}
