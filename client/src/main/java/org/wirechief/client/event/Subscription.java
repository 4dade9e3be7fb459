package org.wirechief.client.event;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// One event that a node is asked for. One thread at a time.
final class Subscription {
    private static final int NO_SUCH = 404;

    private final NodeLine node;
    private final String event;
    private final String socket;
    private final EventOptions options;
    private long renewed;

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

    Presence presence() throws IOException {
        try {
            Value list = node.call(options.deadline(), "subscribers_list", event, socket);
            return isIn(list) ? Presence.THERE : Presence.GONE;
        } catch (RemoteFault e) {
            return e.code() == NO_SUCH ? Presence.GONE : Presence.UNKNOWN;
        }
    }

    /// Looks for the socket wherever a dialect or an age puts it.
    private boolean isIn(Value value) {
        return switch (value) {
            case Value.Text(Octets text) -> isNamed(text.toString());
            case Value.Arr(List<Value> elements) -> elements.stream().anyMatch(this::isIn);
            case Value.Struct(List<Value.Member> members) ->
                !hasExpired(members) && members.stream().anyMatch(member -> isIn(member.value()));
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Blob _ -> false;
        };
    }

    /// Attributes of a node in text that can be read in two ways stay one text.
    private boolean isNamed(String text) {
        return text.equals(socket) || text.contains("socket=" + socket + " ");
    }

    private static boolean hasExpired(List<Value.Member> members) {
        return members.contains(new Value.Member("ttl", Value.of("expired")));
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
