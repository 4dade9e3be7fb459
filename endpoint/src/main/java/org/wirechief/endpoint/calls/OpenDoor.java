package org.wirechief.endpoint.calls;

import java.time.Duration;
import java.util.List;
import org.wirechief.net.Drainable;
import org.wirechief.net.TimeLeft;

/// A door that is open, and the commands that run beside its threads.
public record OpenDoor<D extends Drainable>(D door, BlockingCalls blocking) {
    /// Ends it so that nothing is lost ([Draining]). To be called once.
    public void drain(Duration limit) throws InterruptedException {
        Draining.of(List.of(door), blocking, TimeLeft.of(limit));
    }
}
