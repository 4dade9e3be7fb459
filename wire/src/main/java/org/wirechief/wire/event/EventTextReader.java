package org.wirechief.wire.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;

/// Reads the text of an event. One datagram each.
final class EventTextReader {
    private static final int NONE = -1;

    private final byte[] bytes;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    private final List<EventParameter> parameters = new ArrayList<>();
    private int at;
    private int limit;

    EventTextReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.limit = to;
    }

    ReceivedEvent read() throws ProtocolError {
        Octets name = eventName();
        boolean whole = limit > at && bytes[limit - 1] == '\n' && bytes[limit - 2] == '\n';
        if (whole) {
            limit--;
        } else {
            doubts.add(Doubt.CUT_SHORT);
        }
        while (at < limit) {
            parameter();
        }
        return new ReceivedEvent(new Event(name, parameters), EventDialect.TEXT, doubts);
    }

    private Octets eventName() throws ProtocolError {
        int end = lineEnd(at);
        if (end == limit) {
            throw new ProtocolError("no event: the line with its name does not end");
        }
        if (end == at) {
            throw new ProtocolError("no event: the line with its name is empty");
        }
        if (!isName(at, end)) {
            throw new ProtocolError("no event: a name has no quotes, commas and control characters");
        }
        Octets name = Octets.copyOf(bytes, at, end);
        at = end + 1;
        return name;
    }

    private void parameter() {
        int separator = separator(at, lineEnd(at));
        Octets name = separator == NONE ? null : Octets.copyOf(bytes, at, separator);
        int value = separator == NONE ? at : separator + 2;
        QuotedValue quoted = QuotedValue.find(bytes, value, limit);
        if (quoted == null) {
            int end = lineEnd(value);
            if (name == null && hasSeparator(value, end)) {
                doubts.add(Doubt.NAME_OR_VALUE);
            }
            add(name, Octets.copyOf(bytes, value, end), end);
        } else {
            if (quoted.mayEndElsewhere()) {
                doubts.add(Doubt.END_OF_QUOTED);
            }
            if (linesCouldBeParameters(value, quoted.end(), name != null)) {
                doubts.add(Doubt.QUOTED_OR_RAW);
            }
            add(name, quoted.text(), quoted.end());
        }
    }

    private void add(@Nullable Octets name, Octets text, int end) {
        parameters.add(new EventParameter(name, new Value.Text(text)));
        at = end + 1;
    }

    /// Servers name all parameters or none.
    private boolean linesCouldBeParameters(int from, int end, boolean named) {
        for (int line = lineEnd(from) + 1; line < end; line = lineEnd(line) + 1) {
            if (named == (separator(line, lineEnd(line)) == NONE)) {
                return false;
            }
        }
        return true;
    }

    /// Where `::` stands behind a name.
    private int separator(int from, int end) {
        for (int i = from + 1; i + 1 < end; i++) {
            if (bytes[i] == ':' && bytes[i + 1] == ':') {
                return isName(from, i) && bytes[from] != ':' ? i : NONE;
            }
        }
        return NONE;
    }

    private boolean hasSeparator(int from, int end) {
        for (int i = from; i + 1 < end; i++) {
            if (bytes[i] == ':' && bytes[i + 1] == ':') {
                return true;
            }
        }
        return false;
    }

    private boolean isName(int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == '"' || bytes[i] == ',' || (bytes[i] >= 0 && bytes[i] < ' ')) {
                return false;
            }
        }
        return true;
    }

    /// Where the line ends that holds this byte.
    private int lineEnd(int from) {
        int end = from;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        return end;
    }
}
