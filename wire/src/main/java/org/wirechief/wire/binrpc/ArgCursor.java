package org.wirechief.wire.binrpc;

import org.wirechief.core.Fault;
import org.wirechief.core.Value;

/// Where a call's arguments have been read to. The strict and the converting view share one.
final class ArgCursor {
    private final RecordReader records;
    private final int start;

    /// Arguments read so far, which is what faults count by (spec ctl §8.2).
    private int count;

    ArgCursor(RecordReader records) {
        this.records = records;
        this.start = records.position();
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
        return records;
    }

    /// The next argument, consumed even if nobody can convert it. Counts once [#converted] is told.
    RecordReader takeToConvert() {
        RecordError wrong = records.peek(RecordType.ANY);
        if (wrong != null) {
            throw fault(wrong.isAbsence() ? RecordType.ANY : records.type(), wrong);
        }
        records.consume();
        return records;
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
        return value;
    }

    void moveBefore(int index) {
        RecordReader ahead = records.ahead();
        ahead.moveTo(start);
        for (int skipped = 0; skipped < index; skipped++) {
            RecordError wrong = ahead.skipValue();
            if (wrong != null) {
                throw fault(skipped, wrong.isAbsence() ? RecordType.ANY : ahead.type(), wrong);
            }
        }
        records.moveTo(ahead.position());
        count = index;
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
