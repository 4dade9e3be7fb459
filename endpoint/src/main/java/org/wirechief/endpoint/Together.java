package org.wirechief.endpoint;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Things that wait and are done at the same time, so that one that waits long neither holds up the
/// others nor takes their time.
public final class Together {
    private Together() {}

    /// Does them, on a virtual thread each, and returns when all have ended. What becomes of a task
    /// is its own to tell: nobody hears what it returns or throws.
    ///
    /// @throws InterruptedException when interrupted meanwhile; so are the tasks, which have ended
    public static <T> void run(Stream<Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(tasks.toList());
        }
    }
}
