package org.wirechief.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.AnswerRecord;
import org.wirechief.wire.binrpc.AnswerRecord.Bracket;

/// The records that values were sent as: servers send a list as a struct without names (spec ctl
/// §9.4), and so it is shown.
final class ValueRecords {
    private ValueRecords() {}

    /// A source that never fails.
    static RecordSource of(List<Value> values) {
        List<AnswerRecord> records = new ArrayList<>();
        values.forEach(value -> add(records, null, value));
        var rest = records.iterator();
        return () -> rest.hasNext() ? rest.next() : null;
    }

    private static void add(List<AnswerRecord> records, @Nullable Octets name, Value value) {
        // no switch over patterns on the way of one call: docs/adr/0006
        if (value instanceof Value.Struct(List<Value.Member> members)) {
            records.add(new AnswerRecord.Open(name, Bracket.STRUCT));
            members.forEach(m -> add(records, m.name().isEmpty() ? null : m.name(), m.value()));
            records.add(new AnswerRecord.Close(Bracket.STRUCT));
        } else if (value instanceof Value.Arr(List<Value> elements)) {
            records.add(new AnswerRecord.Open(name, Bracket.STRUCT));
            elements.forEach(element -> add(records, null, element));
            records.add(new AnswerRecord.Close(Bracket.STRUCT));
        } else {
            records.add(new AnswerRecord.Scalar(name, value));
        }
    }
}
