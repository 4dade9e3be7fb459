package org.wirechief.wire.binrpc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// Reads the body of a reply or fault record by record, for programs that show what is sound before
/// they tell what is not. Everybody else reads a [BinrpcAnswer]. As there, structs left open at the
/// end are well.
public final class AnswerRecords {
    private final byte[] bytes;
    private final int from;
    private final RecordReader records;
    private int count;

    /// The records from `from` (inclusive) to `to` (exclusive), which are not copied.
    ///
    /// @throws IndexOutOfBoundsException when the range does not lie inside `bytes`
    public AnswerRecords(byte[] bytes, int from, int to) {
        Objects.checkFromToIndex(from, to, bytes.length);
        this.bytes = bytes;
        this.from = from;
        this.records = RecordReader.relaxed(bytes, from, to);
    }

    /// The next record, a member together with its name; null at the end.
    ///
    /// @throws ProtocolError when it is broken; nothing more can be read then. Its message is
    ///     `record N, @OFFSET: TAG : what`, as `kamcmd` words it (`kamcmd-print/badtype`)
    public @Nullable AnswerRecord next() throws ProtocolError {
        int begin = records.position();
        RecordError wrong = records.peek(RecordType.ANY);
        if (wrong == RecordError.END) {
            return null;
        }
        Octets name = null;
        if (wrong == null && records.type() == RecordType.NAME) {
            name = records.text();
            records.consume();
            wrong = ofMember(records.peek(RecordType.ANY));
        }
        if (wrong != null) {
            throw broken(begin, wrong);
        }
        count++;
        records.consume();
        return record(name);
    }

    /// What kamcmd says where something is wrong behind a name.
    private @Nullable RecordError ofMember(@Nullable RecordError wrong) {
        boolean meaningless = records.type() == RecordType.UNKNOWN || records.type() == RecordType.ANY;
        if (wrong == RecordError.RECORD && meaningless) {
            return RecordError.TYPE;
        }
        return wrong == RecordError.END ? RecordError.MORE_DATA : wrong;
    }

    private AnswerRecord record(@Nullable Octets name) {
        return switch (records.type()) {
            case INT -> new AnswerRecord.Scalar(name, Value.of(records.integer()));
            case DOUBLE -> new AnswerRecord.Scalar(name, Value.of(records.real()));
            case STR -> new AnswerRecord.Scalar(name, new Value.Text(records.text()));
            case BYTES -> new AnswerRecord.Scalar(name, new Value.Blob(records.raw()));
            case STRUCT -> bracket(name, AnswerRecord.Bracket.STRUCT);
            case ARRAY -> bracket(name, AnswerRecord.Bracket.ARRAY);
            case NAME, UNKNOWN, ANY -> throw new IllegalStateException("a sound record has a value here");
        };
    }

    private AnswerRecord bracket(@Nullable Octets name, AnswerRecord.Bracket bracket) {
        return records.closes() ? new AnswerRecord.Close(bracket) : new AnswerRecord.Open(name, bracket);
    }

    private ProtocolError broken(int begin, RecordError wrong) {
        return new ProtocolError("record " + count + ", @" + (begin - from) + ": "
                + "%02x".formatted(bytes[begin] & 0xFF) + " : " + wrong.text());
    }
}
