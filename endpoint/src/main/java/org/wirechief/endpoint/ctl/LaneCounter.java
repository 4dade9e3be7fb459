package org.wirechief.endpoint.ctl;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Counts what happens with each of many short requests. A thread that sees many has a lane that it
/// alone writes: adding to a shared counter takes a locked instruction, and two of these were a
/// twentieth of such a request (`bench/compare`, 16 x 64). Lanes are never given back: one a door.
final class LaneCounter implements LongSupplier {
    private final LongAdder shared = new LongAdder();
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();

    LaneCounter() {}

    /// Counts one. Any thread.
    void increment() {
        shared.increment();
    }

    /// A lane of the thread that asks, or of the one it starts.
    Lane lane() {
        Lane lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /// All there were. Any thread.
    @Override
    public long getAsLong() {
        long sum = shared.sum();
        for (Lane lane : lanes) {
            sum += lane.count.get();
        }
        return sum;
    }

    /// What one thread has counted.
    static final class Lane {
        private final AtomicLong count = new AtomicLong();

        private Lane() {}

        /// Counts one. Its thread only.
        void increment() {
            count.setOpaque(count.getPlain() + 1);
        }
    }
}
