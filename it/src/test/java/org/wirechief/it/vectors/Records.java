package org.wirechief.it.vectors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Reads the records of captured packets (spec ctl §3) by itself: the codec under test must not
/// judge itself. A struct whose values have no names is an array.
public final class Records {
    private static final int INT = 0;
    private static final int STR = 1;
    private static final int DOUBLE = 2;
    private static final int STRUCT = 3;
    private static final int NAME = 5;

    private final byte[] bytes;
    private int at;

    private Records(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /// The values of a packet's body.
    public static List<Value> ofPacket(byte[] packet) {
        int numbers = (packet[1] >> 2 & 3) + 1 + (packet[1] & 3) + 1;
        return ofBody(packet, 2 + numbers);
    }

    /// The values that stand in `body` from `start` on.
    public static List<Value> ofBody(byte[] body, int start) {
        Records records = new Records(body, start);
        List<Value> values = new ArrayList<>();
        while (records.at < body.length) {
            values.add(records.value(body[records.at++] & 0xFF));
        }
        return values;
    }

    private Value value(int tag) {
        int type = tag & 15;
        if (type == STRUCT) {
            return inside();
        }
        int length = type == DOUBLE ? tag >> 4 : length(tag);
        at += length;
        return switch (type) {
            case INT -> {
                int number = (int) number(length);
                yield Value.of(number);
            }
            case STR -> new Value.Text(text(length));
            case DOUBLE -> Value.of(number(length) / 1000.0);
            default -> throw new IllegalArgumentException("type " + type + " before byte " + at);
        };
    }

    private Value inside() {
        List<Value.Member> members = new ArrayList<>();
        List<Value> nameless = new ArrayList<>();
        for (int tag = bytes[at++] & 0xFF; tag != (0x80 | STRUCT); tag = bytes[at++] & 0xFF) {
            if ((tag & 15) == NAME) {
                int length = length(tag);
                at += length;
                Octets name = text(length);
                members.add(new Value.Member(name, value(bytes[at++] & 0xFF)));
            } else {
                nameless.add(value(tag));
            }
        }
        return nameless.isEmpty() ? new Value.Struct(members) : new Value.Arr(nameless);
    }

    private int length(int tag) {
        int size = tag >> 4 & 7;
        if (tag < 0x80) {
            return size;
        }
        at += size;
        return (int) number(size);
    }

    /// The number of the last `length` bytes.
    private long number(int length) {
        long number = 0;
        for (int i = at - length; i < at; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    /// The text of the last `length` bytes, the last of which is zero.
    private Octets text(int length) {
        if (bytes[at - 1] != 0) {
            throw new IllegalArgumentException("no zero byte at " + (at - 1) + ": "
                    + new String(bytes, at - length, length, StandardCharsets.ISO_8859_1));
        }
        return Octets.copyOf(bytes, at - length, at - 1);
    }
}
