package org.wirechief.app;

import java.util.List;
import org.wirechief.core.Value;

/// Prints values as the demo shows them: one a line, members indented below their struct.
final class Transcript {
    private Transcript() {}

    static String of(Value value) {
        StringBuilder text = new StringBuilder();
        write(text, "", "", value);
        return text.toString();
    }

    private static void write(StringBuilder text, String indent, String name, Value value) {
        switch (value) {
            case Value.Struct struct -> {
                text.append(indent).append(name).append("{\n");
                for (Value.Member member : struct.members()) {
                    write(text, indent + "    ", member.name() + ": ", member.value());
                }
                text.append(indent).append("}\n");
            }
            case Value.Arr(List<Value> elements) -> {
                text.append(indent).append(name).append("[\n");
                elements.forEach(element -> write(text, indent + "    ", "", element));
                text.append(indent).append("]\n");
            }
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Text _, Value.Blob _ ->
                text.append(indent).append(name).append(value.asText()).append('\n');
        }
    }
}
