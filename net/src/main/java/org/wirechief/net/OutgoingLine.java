package org.wirechief.net;

import org.jspecify.annotations.Nullable;

/// Datagrams for one receiver, in the order they are to leave. Equal lines are one.
public interface OutgoingLine {
    /// Takes out the next one, on the sender's thread. Null when there is none at the moment:
    /// whoever puts one in then announces the line again.
    @Nullable
    Outgoing next();

    /// How many there are to take out at the moment.
    int size();
}
