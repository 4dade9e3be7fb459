package org.wirechief.wire.binrpc;

import org.jspecify.annotations.Nullable;
import org.wirechief.core.Fault;
import org.wirechief.core.Value;

/// Where a call's arguments have been read to. The strict and the converting view share one.
final class ArgCursor {
    /// Inside a struct that was consumed in vain.
    private static final int ASTRAY = Integer.MAX_VALUE;

    private final RecordReader records;
    private int start;

    /// Arguments read so far, which is what faults count by (spec ctl §8.2).
    private int count;

    /// Arguments before the cursor, read or consumed in vain, or [#ASTRAY].
    private int passed;

    ArgCursor(RecordReader records) {
        this.records = records;
        this.start = records.position();
    }

    /// Begins with the records that its reader begins with.
    void begin() {
        start = records.position();
        count = 0;
        passed = 0;
    }

    boolean hasNext() {
        RecordError wrong = records.peek(RecordType.ANY);
        return wrong == null || !wrong.isAbsence();
    }

    /// The next argument, which must have this type; when it has not, the cursor stays.
    RecordReader take(RecordType wanted) {
        RecordError wrong = records.peek(wanted);
        if (wrong != null) {
            throw fault(wanted, wrong);
        }
        records.consume();
        count++;
        pass();
        return records;
    }

    /// The next argument, consumed even if nobody can convert it. Counts once [#converted] is told.
    RecordReader takeToConvert() {
        RecordError wrong = records.peek(RecordType.ANY);
        if (wrong != null) {
            throw fault(wrong.isAbsence() ? RecordType.ANY : records.type(), wrong);
        }
        records.consume();
        pass();
        return records;
    }

    private void pass() {
        boolean isWhole = records.type() != RecordType.STRUCT && records.type() != RecordType.ARRAY;
        passed = isWhole && passed != ASTRAY ? passed + 1 : ASTRAY;
    }

    void converted() {
        count++;
    }

    /// The next argument whatever it is; when there is none, the cursor stays.
    Value takeValue() {
        RecordReader ahead = records.ahead();
        ValueReader values = new ValueReader(ahead);
        Value value = values.next();
        if (value == null) {
            RecordError wrong = values.error();
            throw fault(wrong.isAbsence() ? RecordType.ANY : ahead.type(), wrong);
        }
        records.moveTo(ahead.position());
        count++;
        passed = passed == ASTRAY ? ASTRAY : passed + 1;
        return value;
    }

    /// The next argument; null for one that holds others, which is passed over.
    @Nullable
    Value takeScalar() {
        boolean holdsOthers = records.peek(RecordType.ANY) == null
                && (records.type() == RecordType.STRUCT || records.type() == RecordType.ARRAY);
        if (!holdsOthers) {
            return takeValue();
        }
        RecordReader ahead = records.ahead();
        RecordError wrong = ahead.skipValue();
        if (wrong != null) {
            throw fault(wrong.isAbsence() ? RecordType.ANY : ahead.type(), wrong);
        }
        records.moveTo(ahead.position());
        count++;
        passed = passed == ASTRAY ? ASTRAY : passed + 1;
        return null;
    }

    /// Goes on from here where it can, so that reading by index in order costs no more than
    /// reading.
    void moveBefore(int index) {
        RecordReader ahead = records.ahead();
        int skipped = passed;
        if (index < skipped) {
            ahead.moveTo(start);
            skipped = 0;
        }
        for (; skipped < index; skipped++) {
            RecordError wrong = ahead.skipValue();
            if (wrong != null) {
                throw fault(skipped, wrong.isAbsence() ? RecordType.ANY : ahead.type(), wrong);
            }
        }
        records.moveTo(ahead.position());
        count = index;
        passed = index;
    }

    /// The fault about the argument that was to be read (spec ctl §8.2).
    Fault fault(RecordType expected, RecordError wrong) {
        return fault(count, expected, wrong);
    }

    private static Fault fault(int index, RecordType expected, RecordError wrong) {
        return Fault.aboutArgument(
                400, "error at parameter " + index + ": expected " + expected.word() + " type but " + wrong.text());
    }
}
