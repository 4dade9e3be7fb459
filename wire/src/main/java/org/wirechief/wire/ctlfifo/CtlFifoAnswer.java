package org.wirechief.wire.ctlfifo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;

/// What came back for a call: the client's side.
///
/// The protocol does not say of a line whether it is text, a number or a struct: a text `a:1` and a
/// struct with the member a look the same. So lines stay lines.
///
/// @param code 200 if it went well
/// @param reason as the server words it, unescaped
/// @param lines the lines of the answer as they came, without their ends; see [#text(Octets)]
public record CtlFifoAnswer(int code, Octets reason, List<Octets> lines) {
    private static final int OK = 200;
    private static final int MOST_DIGITS = 6;

    public CtlFifoAnswer {
        lines = List.copyOf(lines);
    }

    public boolean isFault() {
        return code != OK;
    }

    /// Reads a whole answer: all bytes that came until the server closed the reply FIFO.
    ///
    /// @throws ProtocolError when it does not begin with a status line, or ends within a line
    public static CtlFifoAnswer read(byte[] bytes, int from, int to) throws ProtocolError {
        int end = lineEnd(bytes, from, to);
        int blank = from;
        while (blank < end && bytes[blank] != ' ') {
            blank++;
        }
        int code = code(bytes, from, blank);
        if (end == to || blank == end) {
            throw new ProtocolError(from == to ? "the answer is empty" : "the answer has no status line");
        }
        List<Octets> lines = new ArrayList<>();
        for (int at = end + 1; at < to; at = lineEnd(bytes, at, to) + 1) {
            int last = lineEnd(bytes, at, to);
            if (last == to) {
                throw new ProtocolError("the answer ends within line " + (lines.size() + 2));
            }
            lines.add(Octets.copyOf(bytes, at, last));
        }
        return new CtlFifoAnswer(code, text(Octets.copyOf(bytes, blank + 1, end)), lines);
    }

    /// A line with its escapes undone; one with an escape there is not, or with marks of what
    /// nests, as it is.
    public static Octets text(Octets line) {
        byte[] bytes = line.toByteArray();
        @Nullable Octets text = LineText.unescaped(bytes, 0, bytes.length, false);
        return text == null ? line : text;
    }

    private static int code(byte[] bytes, int from, int to) throws ProtocolError {
        boolean negative = from < to && bytes[from] == '-';
        int first = negative ? from + 1 : from;
        int code = 0;
        if (first == to || to - first > MOST_DIGITS) {
            throw new ProtocolError(from == to ? "the answer is empty" : "the answer has no status line");
        }
        for (int i = first; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new ProtocolError("the answer has no status line");
            }
            code = code * 10 + bytes[i] - '0';
        }
        return negative ? -code : code;
    }

    private static int lineEnd(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }
}
