package org.wirechief.wire.ctlfifo;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Reads a struct or an array from its line as docs/ctl-fifo.md describes it, by hand.
final class LineReader {
    private final byte[] bytes;
    private int at;

    LineReader(Octets line) {
        this.bytes = line.toByteArray();
    }

    Value whole(boolean struct) {
        Value value = struct ? members() : value();
        if (at != bytes.length) {
            throw new AssertionError(
                    "not used up at " + at + ": " + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return value;
    }

    private Value.Struct members() {
        List<Value.Member> members = new ArrayList<>();
        while (at < bytes.length && !isMark('}')) {
            Octets name = text();
            expect(':');
            members.add(new Value.Member(name, value()));
            if (at < bytes.length && bytes[at] == ',') {
                at++;
            }
        }
        return new Value.Struct(members);
    }

    private Value value() {
        if (isMark('{')) {
            at += 2;
            Value inside = members();
            at += 2;
            return inside;
        }
        if (isMark('[')) {
            at += 2;
            List<Value> elements = new ArrayList<>();
            boolean more = !isMark(']');
            while (more) {
                elements.add(value());
                more = bytes[at] == ',';
                at += more ? 1 : 0;
            }
            at += 2;
            return new Value.Arr(elements);
        }
        return new Value.Text(text());
    }

    private Octets text() {
        int from = at;
        while (at < bytes.length && bytes[at] != ':' && bytes[at] != ',' && !isMark('}') && !isMark(']')) {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return CtlFifoAnswer.text(Octets.copyOf(bytes, from, at));
    }

    private boolean isMark(char bracket) {
        return at + 1 < bytes.length && bytes[at] == '\\' && bytes[at + 1] == bracket;
    }

    private void expect(char sign) {
        if (bytes[at++] != sign) {
            throw new AssertionError(sign + " expected at " + (at - 1));
        }
    }
}
