package org.wirechief.client.event;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;

/// One event that a node is asked for. One thread at a time.
final class Subscription {
    private static final int NO_SUCH = 404;

    private final NodeLine node;
    private final String event;
    private final String socket;
    private final EventOptions options;
    private long renewed;

    /// Events the node had not delivered when it was asked last, and how many of them are news.
    private long undelivered;

    private long more;

    /// What a node says of a subscription.
    enum Presence {
        THERE,
        GONE,
        /// The node does not say: OpenSIPS 1.8 has no such list, or this caller may not see it.
        UNKNOWN
    }

    Subscription(NodeLine node, String event, String socket, EventOptions options) {
        this.node = node;
        this.event = event;
        this.socket = socket;
        this.options = options;
    }

    String event() {
        return event;
    }

    /// Subscribes, or renews.
    ///
    /// @throws RemoteFault when the node refuses
    void renew() throws IOException {
        long now = System.nanoTime();
        node.call(
                options.deadline(),
                "event_subscribe",
                event,
                socket,
                options.expiry().toSeconds());
        renewed = now;
    }

    /// Whether two thirds of its time are over.
    boolean isDue() {
        return System.nanoTime() - renewed >= options.expiry().toNanos() / 3 * 2;
    }

    Presence presence(Duration deadline) throws IOException {
        try {
            Value list = node.call(deadline, "subscribers_list", event, socket);
            return seen(ListedSubscriber.find(list, socket));
        } catch (RemoteFault e) {
            return e.code() == NO_SUCH ? seen(null) : Presence.UNKNOWN;
        }
    }

    private Presence seen(@Nullable ListedSubscriber listed) {
        if (listed == null) {
            undelivered = 0;
            return Presence.GONE;
        }
        // less than before: it is another one, which counts anew
        long before = listed.undelivered() < undelivered ? 0 : undelivered;
        more += listed.undelivered() - before;
        undelivered = listed.undelivered();
        return Presence.THERE;
    }

    /// How many events more than before the node says it could not deliver.
    long takeUndelivered() {
        long taken = more;
        more = 0;
        return taken;
    }

    /// Asks for no more of it.
    void end(Duration deadline) throws IOException {
        try {
            node.call(deadline, "event_subscribe", event, socket, 0);
        } catch (RemoteFault e) {
            // it is not there any more
        }
    }
}
