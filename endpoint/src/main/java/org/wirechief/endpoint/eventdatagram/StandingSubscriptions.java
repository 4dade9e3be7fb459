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

/// Makes the subscriptions of the configuration. Names of hosts are looked up beside the start of
/// the server, which waits for them a moment only; those without an address are tried again until
/// they have one.
final class StandingSubscriptions {
    private static final Logger LOG = System.getLogger(StandingSubscriptions.class.getName());

    /// Usually all names are known by then, and their hosts miss no event.
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final Consumer<Standing> check;
    private final Consumer<Standing> subscribe;
    private final Duration pause;
    private final CountDownLatch tried = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param check throws a [Fault] for what can never be made; looks no name up
    /// @param subscribe throws a [Fault], which for names may not last: the host has no address
    /// @param pause between tries
    StandingSubscriptions(Consumer<Standing> check, Consumer<Standing> subscribe, Duration pause) {
        this.check = check;
        this.subscribe = subscribe;
        this.pause = pause;
    }

    /// Makes those without names, and the others in the background.
    ///
    /// @throws Fault when one can never be made
    void begin(List<Standing> all) {
        all.forEach(check);
        List<Standing> named = new ArrayList<>();
        for (Standing one : all) {
            if (one.isNamed()) {
                named.add(one);
            } else {
                subscribe.accept(one);
            }
        }
        if (!named.isEmpty()) {
            Thread.ofVirtual().name("event_datagram look-up").start(() -> lookUp(named));
            awaitAMoment();
        }
    }

    private void awaitAMoment() {
        try {
            var _ = tried.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookUp(List<Standing> named) {
        List<Standing> left = new ArrayList<>(named);
        left.removeIf(one -> isMade(one, Level.WARNING));
        tried.countDown();
        try {
            while (!left.isEmpty() && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                left.removeIf(this::isFound);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFound(Standing one) {
        boolean made = isMade(one, Level.DEBUG);
        if (made) {
            LOG.log(Level.INFO, "event_datagram.subscribe {0} {1}: found", one.event(), one.socket());
        }
        return made;
    }

    /// @param level how severe it is that it has no address
    private boolean isMade(Standing one, Level level) {
        try {
            subscribe.accept(one);
            return true;
        } catch (Fault fault) {
            LOG.log(level, again(one, fault.reason()));
        } catch (RuntimeException accident) {
            // the other lines, and the next try of this one, are not to be lost with it
            LOG.log(Level.WARNING, again(one, accident.toString()), accident);
        }
        return false;
    }

    private String again(Standing one, String reason) {
        return "event_datagram.subscribe " + one.event() + " " + one.socket() + ": " + reason + "; trying again every "
                + pause.toSeconds() + " s";
    }

    /// Tries no further.
    void close() {
        closed.countDown();
    }
}
