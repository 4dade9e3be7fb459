package org.wirechief.net;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Whose turn it is: receivers take turns, and those who took nothing have a pause. The sender's
/// thread only.
final class OutgoingTraffic {
    /// Long enough for whoever reads at all to have read something.
    private static final long HURRIED = 500_000_000;

    private final OutgoingBatch unix;
    private final OutgoingBatch udp;
    private final long patience;
    private final Map<OutgoingLine, OutgoingRoute> routes = new HashMap<>();
    private final ArrayDeque<OutgoingRoute> runnable = new ArrayDeque<>();
    private final PriorityQueue<OutgoingRoute> blocked = new PriorityQueue<>(Retried.SOONEST_FIRST);

    /// @param patience nanoseconds a receiver may take nothing before what waits for it is given up
    OutgoingTraffic(OutgoingBatch unix, OutgoingBatch udp, long patience) {
        this.unix = unix;
        this.udp = udp;
        this.patience = patience;
    }

    boolean isIdle() {
        return routes.isEmpty();
    }

    /// Something waits in a line.
    void announce(DatagramPeer peer, OutgoingLine line) {
        OutgoingRoute known = routes.get(line);
        if (known == null) {
            OutgoingRoute route = new OutgoingRoute(peer, line);
            routes.put(line, route);
            runnable.addLast(route);
        } else {
            known.announced();
        }
    }

    /// Nanoseconds until there is something to do; the largest number when nothing waits.
    long nanosToNext(long now) {
        if (!runnable.isEmpty()) {
            return 0;
        }
        OutgoingRoute next = blocked.peek();
        return next == null ? Long.MAX_VALUE : Math.max(0, next.nextTry() - now);
    }

    /// Everybody whose turn it is gets something.
    ///
    /// @param hurry whether those who take nothing are to be given up soon
    void turn(long now, boolean hurry) {
        long patience = hurry ? Math.min(HURRIED, this.patience) : this.patience;
        while (!blocked.isEmpty() && blocked.element().nextTry() - now <= 0) {
            OutgoingRoute route = blocked.remove();
            route.unblock();
            runnable.addLast(route);
        }
        List<OutgoingRoute> round = List.copyOf(runnable);
        runnable.clear();
        for (OutgoingRoute route : round) {
            switch (route.peer().transport()) {
                case UNIX_DATAGRAM -> unix.offer(route);
                case UDP -> udp.offer(route);
                case UNIX_STREAM, TCP, FIFO -> throw new AssertionError(route.peer() + " is no datagram peer");
            }
        }
        unix.flush();
        udp.flush();
        for (OutgoingRoute route : round) {
            // only now: this thread may have been stopped all the time since it tried before
            if (route.isBlocked() && route.isSilentFor(patience, now)) {
                route.giveUp();
            }
            settle(route);
        }
    }

    /// Gives up all that waits.
    void giveUp() {
        routes.values().forEach(OutgoingRoute::end);
        routes.clear();
        runnable.clear();
        blocked.clear();
    }

    private void settle(OutgoingRoute route) {
        if (route.isBlocked()) {
            blocked.add(route);
        } else if (route.isEmpty()) {
            routes.remove(route.line());
        } else {
            runnable.addLast(route);
        }
    }
}
