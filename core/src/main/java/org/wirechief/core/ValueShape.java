package org.wirechief.core;

import java.util.List;
import java.util.stream.Collectors;

/// Typed access to a [Value], with errors that say what was there instead.
final class ValueShape {
    private ValueShape() {}

    static Value member(Value value, String name) {
        if (!(value instanceof Value.Struct struct)) {
            throw new ValueShapeException("no member '" + name + "' in " + describe(value));
        }
        Octets wanted = Octets.of(name);
        for (Value.Member member : struct.members()) {
            if (member.name().equals(wanted)) {
                return member.value();
            }
        }
        throw new ValueShapeException("no member '" + name + "' in " + describe(value));
    }

    static Value element(Value value, int index) {
        List<Value> elements = switch (value) {
            case Value.Arr arr -> arr.elements();
            case Value.Struct struct ->
                struct.members().stream().map(Value.Member::value).toList();
            case Value.Nil _, Value.Bool _, Value.Int _, Value.Real _, Value.Text _, Value.Blob _ ->
                throw new ValueShapeException("no element " + index + " in " + describe(value));
        };
        if (index < 0 || index >= elements.size()) {
            throw new ValueShapeException("no element " + index + " in " + describe(value));
        }
        return elements.get(index);
    }

    static long integer(Value value) {
        return switch (value) {
            case Value.Int(long number) -> number;
            case Value.Bool(boolean yes) -> yes ? 1 : 0;
            case Value.Real(double number)
            when number == Math.rint(number) && Math.abs(number) < 0x1p63 -> (long) number;
            case Value.Text(Octets text) -> parsed(text, value);
            case Value.Nil _, Value.Real _, Value.Blob _, Value.Arr _, Value.Struct _ ->
                throw new ValueShapeException("not an integer: " + describe(value));
        };
    }

    private static long parsed(Octets text, Value value) {
        try {
            return Long.parseLong(text.toString());
        } catch (NumberFormatException e) {
            throw new ValueShapeException("not an integer: " + describe(value));
        }
    }

    static double real(Value value) {
        return switch (value) {
            case Value.Int(long number) -> number;
            case Value.Real(double number) -> number;
            case Value.Text(Octets text) -> {
                try {
                    yield Double.parseDouble(text.toString());
                } catch (NumberFormatException e) {
                    throw new ValueShapeException("not a number: " + describe(value));
                }
            }
            case Value.Nil _, Value.Bool _, Value.Blob _, Value.Arr _, Value.Struct _ ->
                throw new ValueShapeException("not a number: " + describe(value));
        };
    }

    static String text(Value value) {
        return switch (value) {
            case Value.Text(Octets text) -> text.toString();
            case Value.Blob(Octets blob) -> blob.toString();
            case Value.Int(long number) -> Long.toString(number);
            case Value.Real(double number) -> Double.toString(number);
            case Value.Bool(boolean yes) -> Boolean.toString(yes);
            case Value.Nil _ -> "";
            case Value.Arr _, Value.Struct _ -> throw new ValueShapeException("not text: " + describe(value));
        };
    }

    private static String describe(Value value) {
        return switch (value) {
            case Value.Nil _ -> "nothing";
            case Value.Bool(boolean yes) -> "the boolean " + yes;
            case Value.Int(long number) -> "the integer " + number;
            case Value.Real(double number) -> "the number " + number;
            case Value.Text(Octets text) -> "the text '" + text + "'";
            case Value.Blob(Octets blob) -> blob.length() + " raw bytes";
            case Value.Arr arr -> "an array of " + arr.elements().size();
            case Value.Struct struct ->
                struct.members().stream()
                        .map(member -> member.name().toString())
                        .collect(Collectors.joining(", ", "a struct with members {", "}"));
        };
    }
}
