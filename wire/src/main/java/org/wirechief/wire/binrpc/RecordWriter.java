package org.wirechief.wire.binrpc;

import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// Writes single records in the one form that every writer uses (spec ctl §3).
final class RecordWriter {
    /// What opens and closes a struct or an array, one byte each.
    static final int OPEN_STRUCT = 0x03;
    static final int CLOSE_STRUCT = 0x83;
    static final int OPEN_ARRAY = 0x04;
    static final int CLOSE_ARRAY = 0x84;

    private static final int INT = 0;
    private static final int STR = 1;
    private static final int DOUBLE = 2;
    private static final int NAME = 5;
    private static final int BYTES = 6;

    /// A length up to this stands in the tag itself.
    private static final int LONGEST_INLINE = 7;

    private RecordWriter() {}

    static boolean isInt(long value) {
        return value == (int) value;
    }

    static int sizeOfInt(int value) {
        return 1 + BigEndian.size(value);
    }

    static int sizeOfReal(double value) {
        return 1 + BigEndian.size(FixedPoint.encode(value));
    }

    /// The size of a text or a name; a length beyond what an array holds gives 2^31-1.
    static int sizeOfText(Octets text) {
        return sizeOfBytes(text.length() + 1L);
    }

    static int sizeOfBlob(Octets bytes) {
        return sizeOfBytes(bytes.length());
    }

    private static int sizeOfBytes(long length) {
        int lengthBytes = length > LONGEST_INLINE ? BigEndian.size(length) : 0;
        return (int) Math.min(1 + lengthBytes + length, Integer.MAX_VALUE);
    }

    static void integer(ReplyBuffer out, int value) {
        int size = BigEndian.size(value);
        out.append(size << 4 | INT);
        out.appendBigEndian(value, size);
    }

    static void real(ReplyBuffer out, double value) {
        long thousandths = FixedPoint.encode(value);
        int size = BigEndian.size(thousandths);
        out.append(size << 4 | DOUBLE);
        out.appendBigEndian(thousandths, size);
    }

    static void text(ReplyBuffer out, Octets text) {
        terminated(out, STR, text);
    }

    static void name(ReplyBuffer out, Octets name) {
        terminated(out, NAME, name);
    }

    private static void terminated(ReplyBuffer out, int type, Octets text) {
        tag(out, type, text.length() + 1);
        out.append(text);
        out.append(0);
    }

    static void blob(ReplyBuffer out, Octets bytes) {
        tag(out, BYTES, bytes.length());
        out.append(bytes);
    }

    private static void tag(ReplyBuffer out, int type, int length) {
        if (length <= LONGEST_INLINE) {
            out.append(length << 4 | type);
        } else {
            int lengthBytes = BigEndian.size(length);
            out.append(0x80 | lengthBytes << 4 | type);
            out.appendBigEndian(length, lengthBytes);
        }
    }
}
