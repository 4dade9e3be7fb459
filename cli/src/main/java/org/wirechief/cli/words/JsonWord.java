package org.wirechief.cli.words;

import java.util.List;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;

/// What stands behind `j:`: a value in JSON, a list or an object for example.
final class JsonWord {
    private JsonWord() {}

    /// Reads it.
    ///
    /// @throws UsageError saying at which byte, counted from 1, it is no JSON
    static Value value(Octets word) throws UsageError {
        byte[] list = inList(word);
        JsonReader reader = new JsonReader(JsonRules.TOLERANT);
        if (reader.read(list, 0, list.length) != JsonReader.Outcome.WHOLE) {
            throw new UsageError("'j:" + word + "' is no JSON, " + reader.problem());
        }
        List<JsonValue> values = reader.root().elements();
        if (values.size() != 1 || reader.end() < list.length) {
            throw new UsageError("'j:" + word + "' is not one value in JSON");
        }
        Value value = values.getFirst().value();
        if (value == null) {
            throw new UsageError("'j:" + word + "' is nested deeper than " + JsonValue.MAX_DEPTH + " levels");
        }
        return value;
    }

    /// What is read must end with the word: the reader takes the first value of a text, and a
    /// string that the text's end cuts short.
    private static byte[] inList(Octets word) {
        byte[] list = new byte[word.length() + 2];
        list[0] = '[';
        System.arraycopy(word.toByteArray(), 0, list, 1, word.length());
        list[list.length - 1] = ']';
        return list;
    }
}
