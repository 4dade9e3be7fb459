package org.wirechief.wire.event;

import org.wirechief.core.event.Event;
import org.wirechief.wire.ReplyBuffer;

/// How an event is written. What it says is the same for every receiver, so write it once for all
/// that read the same dialect. Safe for use by several threads.
public enum EventDialect {
    /// The text of OpenSIPS 1.8 to 2.4, integers with their sign.
    TEXT,

    /// The same with integers as the original prints them, as if they were unsigned and 64 bits
    /// wide: -1 is `18446744073709551615` (`event/int-negative`).
    UNSIGNED_TEXT,

    /// The JSON-RPC notification of OpenSIPS 3.0 and later.
    JSON;

    /// Appends a whole datagram. How long it may be is for the caller to check; it is longer than
    /// the event by a few bytes a parameter, in JSON by five more for each control character.
    public void write(ReplyBuffer out, Event event) {
        switch (this) {
            case TEXT -> new EventText(out, false).write(event);
            case UNSIGNED_TEXT -> new EventText(out, true).write(event);
            case JSON -> EventNotification.write(out, event);
        }
    }
}
