package org.wirechief.it.vectors;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirechief.core.Value;

/// What of a packet does not depend on who answers: that it is an answer or a fault, the types of
/// its values, the names of members. What repeats counts once, so lists of any length are alike.
final class Shape {
    private Shape() {}

    /// The shape of a packet, `reply {IDX:int, PID:int, DSC:str}`. A fault's values belong to it.
    static String of(byte[] packet) {
        List<Value> values = Records.ofPacket(packet);
        int kind = packet[1] >> 4;
        return switch (kind) {
            case 1 -> "reply " + distinct(values.stream().map(Shape::of));
            case 3 -> "fault " + values;
            default -> throw new AssertionError("neither an answer nor a fault: kind " + kind);
        };
    }

    private static String of(Value value) {
        return switch (value) {
            case Value.Int _ -> "int";
            case Value.Text _ -> "str";
            case Value.Real _ -> "double";
            case Value.Arr(List<Value> elements) ->
                "{" + distinct(elements.stream().map(Shape::of)) + "}";
            case Value.Struct(List<Value.Member> members) ->
                "{" + distinct(members.stream().map(m -> m.name() + ":" + of(m.value()))) + "}";
            case Value.Nil _, Value.Bool _, Value.Blob _ -> throw new AssertionError("no record is read as " + value);
        };
    }

    private static String distinct(Stream<String> shapes) {
        return shapes.distinct().collect(Collectors.joining(", "));
    }
}
