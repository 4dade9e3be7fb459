package org.wirechief.wire.mitext;

import java.util.List;
import java.util.Objects;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// What came back for a call: the client's side.
///
/// A reply does not say where a value ends, so this is what its lines say: named nodes become one
/// struct, whose names may repeat, unnamed ones a text each; where both stand side by side, a
/// struct in which what has no name has the empty one. What stands below a node is inside it, and
/// so are attributes, ` ID=0 PID=1`, where the node has no value and the line can be read in one
/// way only. Everything else is text, as it came; a line feed in a value begins another node.
///
/// @param code of the status line, to be read as unsigned
/// @param reason of the status line, may be empty
/// @param values none, one struct, or texts
public record MiTextAnswer(int code, Octets reason, List<Value> values) {
    private static final int MOST_DIGITS = 10;

    public MiTextAnswer {
        values = List.copyOf(values);
    }

    /// Whether another datagram is to come that says how it ended (`async/provisional`).
    public boolean isProvisional() {
        return code >= 100 && code <= 199;
    }

    /// Whether the command did what was asked.
    public boolean isSuccess() {
        return code >= 200 && code <= 299;
    }

    /// Reads a whole reply datagram, of any version: with an empty line at its end or without.
    ///
    /// @param to behind its last byte
    /// @throws ProtocolError when no number and blank begin it, or it ends inside a line;
    ///     nothing else is wrong in a reply
    /// @throws IndexOutOfBoundsException when the datagram does not lie inside `bytes`
    public static MiTextAnswer read(byte[] bytes, int from, int to) throws ProtocolError {
        Objects.checkFromToIndex(from, to, bytes.length);
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from || at - from > MOST_DIGITS || at == to || bytes[at] != ' ') {
            throw new ProtocolError("it does not begin with a number and a blank");
        }
        long code = Long.parseLong(Octets.copyOf(bytes, from, at).toString());
        if (code > 0xFFFF_FFFFL) {
            throw new ProtocolError("its number " + code + " is none of 32 bits");
        }
        if (bytes[to - 1] != '\n') {
            throw new ProtocolError("it ends inside a line, after " + (to - from) + " bytes");
        }
        int reason = at + 1;
        int end = reason;
        while (bytes[end] != '\n') {
            end++;
        }
        List<Value> values = AnswerTree.values(bytes, end + 1, to);
        return new MiTextAnswer((int) code, Octets.copyOf(bytes, reason, end), values);
    }
}
