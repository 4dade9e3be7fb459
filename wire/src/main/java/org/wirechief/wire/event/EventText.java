package org.wirechief.wire.event;

import java.nio.charset.StandardCharsets;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonWriter;

/// Writes `NAME LF {[name::]value LF} LF` (spec mi-text §9). Names are not quoted: one with a line
/// feed or `::` in it, which would be read as other parameters, is refused.
///
/// What the text has no form for is written as JSON: booleans, reals, arrays, structs. Nil is an
/// empty value, as the original's null text is (`event/usrloc-refresh`).
///
/// @param unsigned whether integers are printed as 64 bits without a sign
record EventText(ReplyBuffer out, boolean unsigned) {
    private static final int BAD_REQUEST = 400;
    private static final byte[] SEPARATOR = "::".getBytes(StandardCharsets.US_ASCII);

    /// @throws Fault 400 for a name that cannot be told from what surrounds it, and for a value
    ///     that nests so deep that it would be cut
    void write(Event event) {
        out.append(event.name());
        out.append('\n');
        for (EventParameter parameter : event.parameters()) {
            Octets name = parameter.name();
            if (name != null) {
                requireClear(name);
                out.append(name);
                out.append(SEPARATOR, 0, SEPARATOR.length);
            }
            value(parameter.value());
            out.append('\n');
        }
        out.append('\n');
    }

    private void value(Value value) {
        switch (value) {
            case Value.Nil _ -> {}
            case Value.Int(long number) -> integer(number);
            case Value.Text(Octets text) -> text(text);
            case Value.Blob(Octets bytes) -> text(bytes);
            case Value.Bool _, Value.Real _, Value.Arr _, Value.Struct _ -> {
                JsonWriter json = new JsonWriter(out);
                json.value(value);
                requireWhole(json);
            }
        }
    }

    /// What was left out would make the rest no JSON.
    static void requireWhole(JsonWriter json) {
        if (json.isTooDeep()) {
            throw new Fault(
                    BAD_REQUEST, "a value that nests deeper than " + JsonWriter.MAX_DEPTH + " levels cannot be told");
        }
    }

    private void integer(long number) {
        new JsonWriter(out).ascii(unsigned ? Long.toUnsignedString(number) : Long.toString(number));
    }

    /// Quoted only when a line feed is in it, whatever else is; backslashes stay as they are
    /// (`event/quote-without-newline`, `event/backslash-quote-newline`).
    private void text(Octets text) {
        if (!hasLineFeed(text)) {
            out.append(text);
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '"') {
                out.append('\\');
            }
            out.append(text.at(i));
        }
        out.append('"');
    }

    private static void requireClear(Octets name) {
        for (int i = 0; i < name.length(); i++) {
            boolean separates = name.at(i) == ':' && i + 1 < name.length() && name.at(i + 1) == ':';
            if (name.at(i) == '\n' || separates) {
                throw new Fault(BAD_REQUEST, "a parameter's name with a line feed or :: cannot be told in text");
            }
        }
    }

    private static boolean hasLineFeed(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
