package org.wirechief.server.commands;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.wirechief.server.log.LogConsumer;

/// How much is logged: the levels of threads that were given one of their own, 0 (emergency) to 7
/// (debug), and who gets what is logged. Safe for use by several threads.
public final class LogLevels {
    private final IntConsumer ofAll;
    private final ObjIntConsumer<Long> ofThread;
    private final List<LogConsumer> consumers;
    private final Map<Long, Integer> own = new ConcurrentHashMap<>();

    /// @param ofAll puts a level for all threads into effect
    /// @param ofThread puts one for a single thread into effect, by its Linux id
    /// @param consumers who gets what is logged, as far as that can be changed
    public LogLevels(IntConsumer ofAll, ObjIntConsumer<Long> ofThread, List<LogConsumer> consumers) {
        this.ofAll = ofAll;
        this.ofThread = ofThread;
        this.consumers = List.copyOf(consumers);
    }

    /// From now on all threads log up to this level, also those that had one of their own.
    public void all(int level) {
        own.clear();
        ofAll.accept(level);
    }

    List<LogConsumer> consumers() {
        return consumers;
    }

    void thread(long tid, int level) {
        own.put(tid, level);
        ofThread.accept(tid, level);
    }

    /// The level of a thread.
    ///
    /// @param otherwise that of all
    int of(long tid, int otherwise) {
        return own.getOrDefault(tid, otherwise);
    }
}
