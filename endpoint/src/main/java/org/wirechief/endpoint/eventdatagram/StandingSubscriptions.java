package org.wirechief.endpoint.eventdatagram;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wirechief.core.Fault;

/// Makes the subscriptions of the configuration. Those whose host has no address do not keep the
/// server from starting: they are tried again until it has.
final class StandingSubscriptions {
    private static final Logger LOG = System.getLogger(StandingSubscriptions.class.getName());
    private static final int BAD_REQUEST = 400;

    private final Consumer<Standing> subscribe;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param subscribe throws a [Fault]: 400 when the host has no address
    StandingSubscriptions(Consumer<Standing> subscribe, Duration pause) {
        this.subscribe = subscribe;
        this.pause = pause;
    }

    /// Makes those that can be made, and goes on with the others in the background.
    ///
    /// @throws Fault when one can never be made
    void begin(List<Standing> all) {
        List<Standing> left = new ArrayList<>();
        for (Standing one : all) {
            try {
                subscribe.accept(one);
            } catch (Fault fault) {
                if (fault.code() != BAD_REQUEST) {
                    throw fault;
                }
                LOG.log(
                        Level.WARNING,
                        "event_datagram.subscribe {0} {1}: {2}; trying again every {3} s",
                        one.event(),
                        one.socket(),
                        fault.reason(),
                        pause.toSeconds());
                left.add(one);
            }
        }
        if (!left.isEmpty()) {
            Thread.ofVirtual().name("event_datagram look-up").start(() -> goOn(left));
        }
    }

    private void goOn(List<Standing> left) {
        try {
            while (!left.isEmpty() && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                left.removeIf(this::isMade);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMade(Standing one) {
        try {
            subscribe.accept(one);
            LOG.log(Level.INFO, "event_datagram.subscribe {0} {1}: found", one.event(), one.socket());
            return true;
        } catch (Fault fault) {
            LOG.log(Level.DEBUG, "event_datagram.subscribe {0} {1}: {2}", one.event(), one.socket(), fault.reason());
            return false;
        }
    }

    /// Tries no further.
    void close() {
        closed.countDown();
    }
}
