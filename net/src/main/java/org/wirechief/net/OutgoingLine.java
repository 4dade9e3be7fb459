package org.wirechief.net;

import org.jspecify.annotations.Nullable;

/// Datagrams for one receiver, in the order they are to leave. Equal lines are one.
public interface OutgoingLine {
    /// Takes out the next one, on the sender's thread. Null when there is none at the moment:
    /// whoever puts one in then announces the line again.
    @Nullable
    Outgoing next();

    /// Fails all that waits at this moment, which is soon done though others go on to put something
    /// in; whoever puts in the next one announces the line again.
    void failAll();

    /// How many there are to take out at the moment.
    int size();
}
