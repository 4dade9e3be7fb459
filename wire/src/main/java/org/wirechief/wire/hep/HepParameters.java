package org.wirechief.wire.hep;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// The part `parameters` of a request: values without their names, a comma between them, and cut.
public final class HepParameters {
    /// Bytes the reference servers leave of it.
    public static final int REFERENCE_MAX = 127;

    /// Bytes they leave of a reply's text.
    public static final int REFERENCE_REPLY_MAX = 128;

    /// Bytes of a character behind its first.
    private static final int MOST_CONTINUED = 3;

    private HepParameters() {}

    /// Of the text dialect (spec mi-text §11.3).
    ///
    /// @param values null where an argument has a name only
    public static Octets ofText(List<@Nullable Octets> values, int max) {
        return joined(values, true, max);
    }

    /// Of JSON-RPC: a value that is neither text nor number is passed over, with its comma
    /// (`hep.hepdelim.nested.1`).
    ///
    /// @param values in their order; null for each that is passed over
    public static Octets ofJson(List<@Nullable Octets> values, int max) {
        return joined(values, false, max);
    }

    private static Octets joined(List<@Nullable Octets> values, boolean commaWithout, int max) {
        ReplyBuffer out = new ReplyBuffer();
        for (int i = 0; i < values.size() && out.size() <= max; i++) {
            Octets value = values.get(i);
            if (i > 0 && (value != null || commaWithout)) {
                out.append(',');
            }
            if (value != null) {
                out.append(value);
            }
        }
        return cut(Octets.copyOf(out.bytes(), 0, out.size()), max);
    }

    /// The first `max` bytes, fewer where they would end within a character of UTF-8.
    public static Octets cutWhole(Octets text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max;
        while (end > 0 && max - end < MOST_CONTINUED && (text.at(end) & 0xC0) == 0x80) {
            end--;
        }
        return cut(text, (text.at(end) & 0xC0) == 0xC0 ? end : max);
    }

    /// The first `max` bytes.
    public static Octets cut(Octets text, int max) {
        return text.length() <= max ? text : Octets.copyOf(text.toByteArray(), 0, max);
    }
}
