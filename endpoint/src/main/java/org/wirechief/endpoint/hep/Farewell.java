package org.wirechief.endpoint.hep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.wirechief.net.TimeLeft;

/// The end of all senders, which takes as long as that of one: each limit is for them together.
final class Farewell {
    private static final Logger LOG = System.getLogger(Farewell.class.getName());

    /// How long what still waits may take when all is closed, and the threads then.
    private static final Duration SHORT = Duration.ofMillis(500);

    private Farewell() {}

    /// Waits for collectors that take what is sent.
    static void drain(List<HepSender> senders, Duration limit) throws InterruptedException {
        TimeLeft left = TimeLeft.of(limit);
        for (HepSender sender : senders) {
            sender.drain(left.now());
        }
    }

    /// Sends what can be sent at once, drops the rest and ends the threads.
    static void close(List<HepSender> senders) {
        List<HepSender> alive = senders.stream().filter(HepSender::isAlive).toList();
        try {
            drain(alive, SHORT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (HepSender sender : alive) {
            if (sender.waiting() > 0) {
                LOG.log(Level.WARNING, "stopped with {0} traces still to send to {1}", sender.waiting(), sender.name());
            }
        }
        end(senders, SHORT);
    }

    /// Tells every thread to end before it waits for any.
    static void end(List<HepSender> senders, Duration limit) {
        TimeLeft left = TimeLeft.of(limit);
        senders.forEach(HepSender::stop);
        senders.forEach(sender -> sender.awaitEnd(left.now()));
    }
}
