package org.wirechief.client.event;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.core.Value;

/// Calls one node, which may go away and come back: what failed is connected anew for the next
/// call. One thread at a time.
final class NodeLine implements AutoCloseable {
    private final String node;
    private final ConnectOptions connecting;
    private @Nullable Client client;

    NodeLine(String node, ConnectOptions connecting) {
        this.node = node;
        this.connecting = connecting;
    }

    /// As [Client#call].
    Value call(Duration deadline, String command, Object... args) throws IOException {
        if (client == null) {
            client = Client.connect(node, connecting.withDeadline(deadline));
        }
        try {
            return client.within(deadline).call(command, args);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
