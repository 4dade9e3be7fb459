package org.wirechief.net;

import java.util.Comparator;

/// What is tried again at a time of its own.
interface Retried {
    /// For a queue of such. `nanoTime` may wrap: only differences may be compared.
    Comparator<Retried> SOONEST_FIRST = (one, other) -> Long.compare(one.nextTry() - other.nextTry(), 0);

    /// When to try again, in the sense of [System#nanoTime()].
    long nextTry();
}
