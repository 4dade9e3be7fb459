package org.wirechief.endpoint.events;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonKind;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.JsonValue;
import org.wirechief.wire.json.JsonWriter;

/// The parameters of an event as callers of `raise_event` write them (spec mi-json §11.4).
public final class RaisedParameters {
    private RaisedParameters() {}

    /// Those of an array, without names: text as it is, all else as its text.
    ///
    /// @return null when null or bytes are in it
    public static @Nullable List<EventParameter> ofArray(List<Value> elements) {
        List<EventParameter> all = new ArrayList<>(elements.size());
        for (Value element : elements) {
            switch (element) {
                case Value.Text _ -> all.add(EventParameter.unnamed(element));
                case Value.Int(long number) -> all.add(EventParameter.unnamed(Value.of(Long.toString(number))));
                case Value.Real(double number) -> all.add(EventParameter.unnamed(Value.of(decimal(number))));
                case Value.Bool _, Value.Arr _, Value.Struct _ -> all.add(EventParameter.unnamed(written(element)));
                case Value.Nil _, Value.Blob _ -> {
                    return null;
                }
            }
        }
        return all;
    }

    /// Those of the text of a JSON array, as of any: numbers with all their digits.
    ///
    /// @return null when null is in it (`fifo.cmd.raise_event_arr_bad`)
    public static @Nullable List<EventParameter> ofArrayText(Octets json) {
        JsonValue array = read(json, JsonKind.ARRAY);
        if (array == null) {
            return null;
        }
        List<EventParameter> all = new ArrayList<>();
        for (JsonValue element : array.elements()) {
            Octets text = switch (element.kind()) {
                case STRING -> element.text();
                case NUMBER -> digits(element);
                case TRUE, FALSE, ARRAY, OBJECT -> element.written();
                case NULL -> null;
            };
            if (text == null) {
                return null;
            }
            all.add(EventParameter.unnamed(new Value.Text(text)));
        }
        return all;
    }

    private static @Nullable Octets digits(JsonValue element) {
        Octets digits = element.standardDigits();
        return digits == null && element.isInteger() ? Octets.of(Long.toString(element.integer())) : digits;
    }

    private static @Nullable JsonValue read(Octets json, JsonKind kind) {
        byte[] bytes = json.toByteArray();
        JsonReader reader = new JsonReader(JsonRules.REFERENCE);
        boolean whole = reader.read(bytes, 0, bytes.length) == JsonReader.Outcome.WHOLE;
        return whole && reader.root().is(kind) ? reader.root() : null;
    }

    /// Those of the text of a JSON object, with the names of its members: text and numbers as they
    /// are; anything else, and a number that would lose digits on its way, as its text.
    ///
    /// @return null when it is no object
    public static @Nullable List<EventParameter> ofText(Octets json) {
        JsonValue object = read(json, JsonKind.OBJECT);
        if (object == null) {
            return null;
        }
        List<Octets> names = object.names();
        List<EventParameter> all = new ArrayList<>(names.size());
        for (JsonValue element : object.elements()) {
            Value value = value(element);
            if (value == null) {
                return null;
            }
            all.add(new EventParameter(names.get(all.size()), value));
        }
        return all;
    }

    private static @Nullable Value value(JsonValue element) {
        return switch (element.kind()) {
            case STRING -> new Value.Text(element.text());
            case NUMBER -> number(element);
            case NULL, TRUE, FALSE, ARRAY, OBJECT -> new Value.Text(element.written());
        };
    }

    private static @Nullable Value number(JsonValue element) {
        Octets digits = element.standardDigits();
        if (element.isInteger()) {
            long integer = element.integer();
            return digits != null && isNegativeZero(integer == 0, digits) ? new Value.Text(digits) : Value.of(integer);
        }
        if (digits == null) {
            return null;
        }
        Value real = Value.of(element.real());
        boolean keepsSign = !isNegativeZero(element.real() == 0, digits);
        return keepsSign && keepsDigits(written(real), digits) ? real : new Value.Text(digits);
    }

    private static boolean isNegativeZero(boolean isZero, Octets digits) {
        return isZero && digits.at(0) == '-';
    }

    private static boolean keepsDigits(Value.Text written, Octets digits) {
        try {
            return new BigDecimal(written.asText()).compareTo(new BigDecimal(digits.toString())) == 0;
        } catch (NumberFormatException e) {
            // it is larger than any real
            return false;
        }
    }

    private static String decimal(double number) {
        if (number == 0 && Double.doubleToRawLongBits(number) != 0) {
            // a BigDecimal has no sign of zero
            return "-0";
        }
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private static Value.Text written(Value value) {
        ReplyBuffer buffer = new ReplyBuffer();
        new JsonWriter(buffer).value(value);
        return new Value.Text(Octets.copyOf(buffer.bytes(), 0, buffer.size()));
    }
}
