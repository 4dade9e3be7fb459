package org.wirechief.client.event;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// News on their way to whoever takes them, in order. When too many events wait the newest are
/// dropped, and a gap stands where they would be. Other news always find room: between two events
/// gaps of one cause are told as one, and of notices the last. Safe for use by several threads.
final class NewsQueue {
    private final int capacity;
    private final ArrayDeque<EventNews> waiting = new ArrayDeque<>();

    /// News behind the last event that waits: a gap of each cause, and a notice.
    private final LinkedHashMap<Object, EventNews> last = new LinkedHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int events;
    private long arrived;
    private long dropped;
    private boolean closed;
    private EventNews.@Nullable Ended end;

    NewsQueue(int capacity) {
        this.capacity = capacity;
    }

    /// Takes an event in, or drops it.
    ///
    /// @return whether it will be told
    boolean arrived(EventNews.Arrived event) {
        lock.lock();
        try {
            if (events == capacity) {
                dropped++;
                put(gap(EventNews.Cause.QUEUE_FULL, OptionalLong.of(1), "more than " + capacity + " events waited"));
                return false;
            }
            events++;
            arrived++;
            put(event);
            return true;
        } finally {
            lock.unlock();
        }
    }

    void gap(EventNews.Gap gap) {
        lock.lock();
        try {
            put(gap);
        } finally {
            lock.unlock();
        }
    }

    void notice(String what) {
        lock.lock();
        try {
            put(new EventNews.Notice(what));
        } finally {
            lock.unlock();
        }
    }

    /// Nothing comes any more. Of several reasons the first counts.
    void end(String what) {
        lock.lock();
        try {
            if (!closed) {
                put(new EventNews.Ended(what));
            }
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private static EventNews.Gap gap(EventNews.Cause cause, OptionalLong count, String what) {
        return new EventNews.Gap(cause, count, what);
    }

    private void put(EventNews news) {
        switch (news) {
            case EventNews.Arrived _ -> {
                waiting.addAll(last.values());
                last.clear();
                waiting.addLast(news);
            }
            case EventNews.Gap gap -> {
                EventNews before = last.get(gap.cause());
                last.put(gap.cause(), before instanceof EventNews.Gap old ? joined(old, gap) : gap);
            }
            case EventNews.Notice _ -> last.put(EventNews.Notice.class, news);
            case EventNews.Ended ended -> end = ended;
        }
        changed.signalAll();
    }

    private static EventNews.Gap joined(EventNews.Gap before, EventNews.Gap after) {
        return gap(after.cause(), sum(before.events(), after.events()), after.what());
    }

    private static OptionalLong sum(OptionalLong some, OptionalLong more) {
        return some.isPresent() && more.isPresent()
                ? OptionalLong.of(some.getAsLong() + more.getAsLong())
                : OptionalLong.empty();
    }

    /// Waits for news, for ever with a patience of 292 years and more.
    ///
    /// @return null when none came in time, or none will come any more
    @Nullable
    EventNews poll(Duration patience) throws InterruptedException {
        // a patience of more nanoseconds than there are is for ever
        long left = TimeUnit.NANOSECONDS.convert(patience);
        lock.lock();
        try {
            while (isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            EventNews news = first();
            events -= news instanceof EventNews.Arrived ? 1 : 0;
            return news;
        } finally {
            lock.unlock();
        }
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && last.isEmpty() && end == null;
    }

    private @Nullable EventNews first() {
        if (!waiting.isEmpty()) {
            return waiting.removeFirst();
        }
        Map.Entry<Object, EventNews> first = last.pollFirstEntry();
        if (first != null) {
            return first.getValue();
        }
        EventNews ended = end;
        end = null;
        return ended;
    }

    /// Nothing comes any more; what is there can be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed && isEmpty();
        } finally {
            lock.unlock();
        }
    }

    long arrived() {
        lock.lock();
        try {
            return arrived;
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
