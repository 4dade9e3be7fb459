package org.wirechief.wire.binrpc;

/// What can be wrong with a record, with the number and the words for it that stand in fault texts
/// (spec ctl §4).
enum RecordError {
    OVERFLOW(-2, "buffer too small (overflow)"),
    CORRUPTED(-3, "corrupted packet"),
    MORE_DATA(-4, "more data needed"),
    END(-5, "end of packet encountered"),
    TYPE(-7, "record doesn't match type"),
    RECORD(-8, "bad record"),
    INTERNAL(-9, "bug -- internal error");

    private final int code;
    private final String text;

    RecordError(int code, String text) {
        this.code = code;
        this.text = text;
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }

    /// Whether no whole record is there to have a type.
    boolean isAbsence() {
        return this == END || this == MORE_DATA;
    }
}
