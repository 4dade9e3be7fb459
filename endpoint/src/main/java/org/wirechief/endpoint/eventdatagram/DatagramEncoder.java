package org.wirechief.endpoint.eventdatagram;

import java.util.Arrays;
import org.wirechief.core.Fault;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.event.EventDialect;

/// Events as datagrams of one dialect.
///
/// @param longest bytes of the longest one
record DatagramEncoder(EventDialect dialect, int longest) implements EventEncoder {
    private static final int TOO_LONG = 500;

    @Override
    public byte[] encode(Event event) {
        ReplyBuffer buffer = new ReplyBuffer();
        dialect.write(buffer, event);
        if (buffer.size() > longest) {
            throw new Fault(
                    TOO_LONG,
                    "the event " + event.name() + " takes " + buffer.size() + " bytes, and a datagram has at most "
                            + longest + " (event_datagram.max_event)");
        }
        return Arrays.copyOf(buffer.bytes(), buffer.size());
    }
}
