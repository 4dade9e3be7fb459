package org.wirechief.wire.binrpc;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// Walks over the records of a body, one at a time: [#peek] says what is wrong with the next one,
/// [#consume] steps over it. Keeps track of open structs and arrays, and never recurses.
///
/// A server reads strictly: inside a struct stand names and their values only. A client also takes
/// nameless values there, because servers send lists so (spec ctl §3.1, §9.4).
final class RecordReader {
    /// Structs and arrays open at once, more is a bad record; real answers stay below ten.
    static final int MAX_DEPTH = 64;

    private static final int EXTERNAL_LENGTH = 0x80;

    private final boolean strict;
    private byte[] bytes;
    private int end;
    private int at;

    private int depth;
    /// Bit n tells whether the n-th open one is an array.
    private long arrays;
    /// A name was read and its value has to follow.
    private boolean named;

    private RecordType type = RecordType.ANY;
    private boolean closes;
    private int valueFrom;
    private int valueTo;

    private RecordReader(byte[] bytes, int from, int end, boolean strict) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
        this.strict = strict;
    }

    static RecordReader strict(byte[] bytes, int from, int to) {
        return new RecordReader(bytes, from, to, true);
    }

    static RecordReader relaxed(byte[] bytes, int from, int to) {
        return new RecordReader(bytes, from, to, false);
    }

    /// Begins with other records, as a new reader would.
    void begin(byte[] records, int from, int to) {
        bytes = records;
        end = to;
        moveTo(from);
    }

    /// A relaxed reader of what lies ahead of this one.
    RecordReader ahead() {
        return relaxed(bytes, at, end);
    }

    /// Where the next record begins.
    int position() {
        return at;
    }

    /// Goes to the beginning of a record outside structs and arrays.
    void moveTo(int position) {
        at = position;
        depth = 0;
        named = false;
    }

    /// Looks at the next record without consuming it. The first thing wrong is the one told, in the
    /// order of spec ctl §4.
    ///
    /// @param wanted the type it must have, or [RecordType#ANY]
    /// @return null when it is sound
    @Nullable
    RecordError peek(RecordType wanted) {
        if (at >= end) {
            return RecordError.END;
        }
        int tag = bytes[at] & 0xFF;
        int length = tag >> 4 & 7;
        type = RecordType.of(tag);
        closes = false;
        valueFrom = at + 1;
        if (type == RecordType.DOUBLE) {
            length = tag >> 4;
        } else if ((tag & EXTERNAL_LENGTH) != 0) {
            int lengthBytes = length;
            if (end - valueFrom < lengthBytes) {
                return RecordError.MORE_DATA;
            }
            length = BigEndian.readInt(bytes, valueFrom, lengthBytes);
            if (length < 0) {
                return RecordError.CORRUPTED;
            }
            valueFrom += lengthBytes;
            closes = type == RecordType.STRUCT || type == RecordType.ARRAY;
        }
        if (length > end - valueFrom) {
            return RecordError.MORE_DATA;
        }
        valueTo = valueFrom + length;
        return wanted == RecordType.ANY || wanted == type ? misplaced() : RecordError.TYPE;
    }

    private @Nullable RecordError misplaced() {
        return switch (type) {
            case INT, DOUBLE, BYTES -> mayStandHere() ? null : RecordError.RECORD;
            case STR -> mayStandHere() && isTerminated() ? null : RecordError.RECORD;
            case STRUCT, ARRAY -> (closes ? mayClose() : mayOpen()) ? null : RecordError.RECORD;
            case NAME -> {
                if (!inStruct()) {
                    yield RecordError.TYPE;
                }
                yield !named && isTerminated() ? null : RecordError.RECORD;
            }
            case UNKNOWN, ANY -> inStruct() ? RecordError.RECORD : RecordError.TYPE;
        };
    }

    private boolean mayStandHere() {
        return named || !strict || !inStruct();
    }

    private boolean mayOpen() {
        return mayStandHere() && depth < MAX_DEPTH && !(named && type == RecordType.ARRAY);
    }

    private boolean mayClose() {
        return depth > 0 && !named && inStruct() == (type == RecordType.STRUCT);
    }

    private boolean inStruct() {
        return depth > 0 && (arrays >>> (depth - 1) & 1) == 0;
    }

    /// Text ends in a zero byte that its length counts; Kamailio 5.6.3 does not check
    /// (spec ctl §3).
    private boolean isTerminated() {
        return valueTo > valueFrom && bytes[valueTo - 1] == 0;
    }

    /// Steps over the record that [#peek] has found sound. A tag of a struct or array takes no more
    /// than its own bytes, whatever length it claims.
    void consume() {
        switch (type) {
            case INT, STR, DOUBLE, BYTES -> {
                named = false;
                at = valueTo;
            }
            case NAME -> {
                named = true;
                at = valueTo;
            }
            case STRUCT, ARRAY -> {
                if (closes) {
                    depth--;
                } else {
                    open();
                }
                at = valueFrom;
            }
            case UNKNOWN, ANY -> throw new IllegalStateException("no sound record to step over");
        }
    }

    private void open() {
        long bit = 1L << depth;
        arrays = type == RecordType.ARRAY ? arrays | bit : arrays & ~bit;
        named = false;
        depth++;
    }

    /// Steps over one whole value, a struct or array with all that is in it.
    ///
    /// @return null when that went well; an open struct at the end of the body is well
    @Nullable
    RecordError skipValue() {
        do {
            RecordError wrong = peek(RecordType.ANY);
            if (wrong != null) {
                return wrong == RecordError.END && depth > 0 && !named ? null : wrong;
            }
            consume();
        } while (depth > 0 || named);
        return null;
    }

    /// The type of the record looked at last.
    RecordType type() {
        return type;
    }

    /// Whether the struct or array tag looked at last is a closing one.
    boolean closes() {
        return closes;
    }

    /// The integer looked at last; of more than four bytes the last four count, none are
    /// sign-extended (`types/nonmin/int-7bytes`).
    int integer() {
        return BigEndian.readInt(bytes, valueFrom, valueTo - valueFrom);
    }

    double real() {
        return FixedPoint.decode(BigEndian.readLong(bytes, valueFrom, valueTo - valueFrom));
    }

    /// The text or name looked at last, all its bytes.
    Octets text() {
        return Octets.copyOf(bytes, valueFrom, valueTo - 1);
    }

    /// The text looked at last as a C program reads it.
    Octets textUntilNul() {
        return Octets.copyOf(bytes, valueFrom, nul());
    }

    /// Where the first byte of the value looked at last stands.
    int valueFrom() {
        return valueFrom;
    }

    /// Where the first zero byte of the text looked at last stands.
    int nul() {
        // the bound, which is never reached, lets the compiler unroll the loop
        for (int nul = valueFrom; nul < valueTo; nul++) {
            if (bytes[nul] == 0) {
                return nul;
            }
        }
        return valueTo;
    }

    Octets raw() {
        return Octets.copyOf(bytes, valueFrom, valueTo);
    }
}
