package org.wirechief.wire.event;

import java.util.Set;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.event.Event;

/// An event as a receiver reads it out of a datagram.
///
/// JSON says everything. The text says less: every value is text, also one that was a number; of
/// `a::b::c` the name is `a`, since values hold `::` (IPv6) and names do not; and a few texts can
/// mean several things, of which the likely one is taken and the [Doubt] told. When names hold
/// neither `::` nor quotes, commas and line ends, begin and end in no colon, and all parameters
/// have one or none has and no value holds `::`, what is read without a doubt is what was raised.
///
/// @param dialect [EventDialect#JSON], or else [EventDialect#TEXT]: signed or not cannot be seen
/// @param doubts none for JSON
public record ReceivedEvent(Event event, EventDialect dialect, Set<Doubt> doubts) {
    public ReceivedEvent {
        doubts = Set.copyOf(doubts);
    }

    /// Reads a datagram, in time and memory in proportion to its length. What begins with `{`,
    /// blanks aside, is JSON.
    ///
    /// @param from first byte, inclusive
    /// @param to last byte, exclusive
    /// @throws ProtocolError saying why it is no event
    public static ReceivedEvent read(byte[] bytes, int from, int to) throws ProtocolError {
        int first = from;
        while (first < to && bytes[first] > 0 && bytes[first] <= ' ') {
            first++;
        }
        boolean json = first < to && bytes[first] == '{';
        return json ? EventNotification.read(bytes, first, to) : new EventTextReader(bytes, from, to).read();
    }
}
