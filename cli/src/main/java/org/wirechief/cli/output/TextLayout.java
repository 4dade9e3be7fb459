package org.wirechief.cli.output;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.AnswerRecord;
import org.wirechief.wire.binrpc.AnswerRecord.Bracket;

/// kamcmd's layout (spec ctl §14.5): a record a line, a tab deeper inside each struct.
public final class TextLayout {
    private static final Octets SEPARATOR = Octets.of(": ");

    private TextLayout() {}

    static void print(List<Value> answer, ByteSink out) throws IOException {
        try {
            print(ValueRecords.of(answer), out);
        } catch (ProtocolError e) {
            throw new IllegalStateException("values have no broken records", e);
        }
    }

    /// Prints records until they end.
    ///
    /// @throws ProtocolError from the source, when those before the broken one are printed
    public static void print(RecordSource records, ByteSink out) throws IOException, ProtocolError {
        int depth = 0;
        for (AnswerRecord record = records.next(); record != null; record = records.next()) {
            // no switch over patterns on the way of one call: docs/adr/0006
            if (record instanceof AnswerRecord.Scalar(@Nullable Octets name, var value)) {
                out.repeat('\t', depth);
                name(name, out);
                out.octets(ScalarText.likeKamcmd(value));
            } else if (record instanceof AnswerRecord.Open(@Nullable Octets name, Bracket bracket)) {
                // an array's bracket stands one level too deep (`kamcmd-print/array`)
                out.repeat('\t', bracket == Bracket.ARRAY ? depth + 1 : depth);
                name(name, out);
                out.octet(opening(bracket));
                depth++;
            } else if (record instanceof AnswerRecord.Close(Bracket bracket)) {
                depth--;
                out.repeat('\t', depth).octet(closing(bracket));
            }
            out.octet('\n');
        }
    }

    static void name(@Nullable Octets name, ByteSink out) throws IOException {
        if (name != null) {
            out.styled(ByteSink.Style.NAME, name.untilNul()).octets(SEPARATOR);
        }
    }

    static char opening(Bracket bracket) {
        return bracket == Bracket.STRUCT ? '{' : '[';
    }

    static char closing(Bracket bracket) {
        return bracket == Bracket.STRUCT ? '}' : ']';
    }
}
