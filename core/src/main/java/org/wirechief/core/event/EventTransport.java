package org.wirechief.core.event;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// A way for events to leave: it knows some kinds of sockets, `udp:host:port`, and delivers there.
/// Called by several threads at once.
public interface EventTransport {
    /// Where a socket leads; null when it is none of this transport's. May wait, where names are
    /// looked up.
    ///
    /// @param socket as whoever subscribed wrote it
    /// @throws org.wirechief.core.Fault when it is one of this transport's, and wrong
    @Nullable
    EventTarget target(Octets socket);

    /// [Events#expire] may be wanted sooner than it told the last time. Called by whoever changed a
    /// subscription, so it returns at once.
    default void expireSoon() {}

    /// Runs a task soon on the transport's own thread, one after the other, as long as it sends,
    /// and those it has taken at the latest when it ends.
    ///
    /// @return false when it has no thread at the moment, and the task will not run
    default boolean runSoon(Runnable task) {
        return false;
    }
}
