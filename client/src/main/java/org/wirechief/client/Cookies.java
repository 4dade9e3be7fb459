package org.wirechief.client;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/// Numbers for the calls of one link, each for the first time in 2^31. The first is hard to guess,
/// so that nobody on the way can make up an answer, and none is 0: that is the cookie of a node
/// that could not read the call (spec ctl §5).
final class Cookies {
    private final AtomicInteger last;

    Cookies(int first) {
        last = new AtomicInteger(first - 1);
    }

    Cookies() {
        this(ThreadLocalRandom.current().nextInt(1, 1 << 30));
    }

    int next() {
        return last.updateAndGet(number -> number == Integer.MAX_VALUE ? 1 : number + 1);
    }
}
