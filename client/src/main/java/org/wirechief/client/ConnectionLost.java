package org.wirechief.client;

import org.jspecify.annotations.Nullable;

/// The connection ended before the answer was there: the node closed it, it broke, or
/// [Client#close()] did. A new one has to be made.
public final class ConnectionLost extends NodeException {
    private static final long serialVersionUID = 1L;

    ConnectionLost(String node, String command, String what, boolean mayHaveRun, @Nullable Throwable cause) {
        super(node, command, about(node, command, what), mayHaveRun, cause);
    }
}
