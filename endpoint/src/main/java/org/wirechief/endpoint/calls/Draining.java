package org.wirechief.endpoint.calls;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirechief.endpoint.Together;
import org.wirechief.net.Address;
import org.wirechief.net.Drainable;
import org.wirechief.net.TimeLeft;

/// How doors end. What takes longer than it may is told in the log, and so is what fails: neither
/// holds up the other doors.
public final class Draining {
    private static final Logger LOG = System.getLogger(Draining.class.getName());

    private Draining() {}

    /// Ends doors in the order in which nothing is lost: their threads read to the end, then the
    /// commands end that they began, then what was answered is sent, through all doors together.
    ///
    /// @param blocking of them all; not to be used again
    /// @throws IllegalStateException on a thread of one of them
    public static void of(List<? extends Drainable> doors, BlockingCalls blocking, TimeLeft left)
            throws InterruptedException {
        // a thread may still begin a command that waits; what it is late with is told below
        for (Drainable door : doors) {
            var _ = door.finishReading(left.now());
        }
        if (!blocking.await(left.now())) {
            LOG.log(Level.WARNING, "stopped while commands were still running");
        }
        Together.run(doors.stream().map(door -> told(door.address(), () -> door.drain(left.now()))));
    }

    /// Sends what one door has still to send.
    ///
    /// @param drain whether everything was sent in time
    public static Callable<Boolean> told(Address address, Callable<Boolean> drain) {
        return () -> {
            try {
                boolean whole = drain.call();
                if (!whole) {
                    LOG.log(Level.WARNING, "stopped with answers still to send at {0}", address);
                }
                return whole;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "the door at " + address + " did not drain cleanly", e);
                return false;
            }
        };
    }
}
