package org.wirechief.endpoint.calls;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.wirechief.net.Drainable;
import org.wirechief.net.TimeLeft;

/// A door that is open, and the commands that run beside its threads.
public record OpenDoor<D extends Drainable>(D door, BlockingCalls blocking) {
    private static final Logger LOG = System.getLogger(OpenDoor.class.getName());

    /// Ends it in the order in which nothing is lost: its threads read to the end, then the
    /// commands end that they began, then what was answered is sent. What takes longer is told in
    /// the log. To be called once.
    public void drain(Duration limit) throws InterruptedException {
        TimeLeft left = TimeLeft.of(limit);
        // a thread may still begin a command that waits; what it is late with is told below
        var _ = door.finishReading(left.now());
        if (!blocking.await(left.now())) {
            LOG.log(Level.WARNING, "stopped while commands were still running");
        }
        if (!door.drain(left.now())) {
            LOG.log(Level.WARNING, "stopped with answers still to send at {0}", door.address());
        }
    }
}
