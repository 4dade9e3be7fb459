package org.wirechief.wire.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;

/// One value of a text, decoded only when asked. Valid until its reader reads again or the array
/// it reads from changes, unless it is of a [JsonReader#lastingRoot()].
public final class JsonValue {
    /// How deep the arrays and objects may nest that [#value] builds.
    public static final int MAX_DEPTH = 512;

    private final Tape tape;
    private final int index;

    JsonValue(Tape tape, int index) {
        this.tape = tape;
        this.index = index;
    }

    /// Bytes that the whole text takes in memory, with where its values are.
    public int weight() {
        return tape.weight();
    }

    public JsonKind kind() {
        return tape.kind(index);
    }

    public boolean is(JsonKind kind) {
        return kind() == kind;
    }

    /// The first member of that name, the case of ASCII letters aside; null when there is none or
    /// this is no object (spec mi-json §2).
    ///
    /// @param name ASCII
    public @Nullable JsonValue member(String name) {
        if (!is(JsonKind.OBJECT)) {
            return null;
        }
        for (int at = index + 1; at < tape.next(index); at = tape.next(at + 1)) {
            if (StringText.matches(tape.bytes(), tape.start(at) + 1, tape.end(at), name)) {
                return new JsonValue(tape, at + 1);
            }
        }
        return null;
    }

    /// Whether it is this string, the case of ASCII letters aside.
    ///
    /// @param text ASCII
    public boolean matches(String text) {
        return is(JsonKind.STRING) && StringText.matches(tape.bytes(), tape.start(index) + 1, tape.end(index), text);
    }

    /// The elements of an array or the values of an object's members; nothing else has any.
    public List<JsonValue> elements() {
        List<JsonValue> elements = new ArrayList<>();
        switch (kind()) {
            case ARRAY -> {
                for (int at = index + 1; at < tape.next(index); at = tape.next(at)) {
                    elements.add(new JsonValue(tape, at));
                }
            }
            case OBJECT -> {
                for (int at = index + 1; at < tape.next(index); at = tape.next(at + 1)) {
                    elements.add(new JsonValue(tape, at + 1));
                }
            }
            case NULL, TRUE, FALSE, NUMBER, STRING -> {}
        }
        return elements;
    }

    /// The names of an object's members in order, also of those that repeat; nothing else has any.
    public List<Octets> names() {
        List<Octets> names = new ArrayList<>();
        if (is(JsonKind.OBJECT)) {
            for (int at = index + 1; at < tape.next(index); at = tape.next(at + 1)) {
                names.add(new JsonValue(tape, at).text());
            }
        }
        return names;
    }

    /// Whether it is an array or an object without anything in it.
    public boolean isEmpty() {
        return (is(JsonKind.ARRAY) || is(JsonKind.OBJECT)) && tape.next(index) == index + 1;
    }

    /// The bytes of a string, of anything else none.
    public Octets text() {
        return is(JsonKind.STRING)
                ? StringText.decode(tape.bytes(), tape.start(index) + 1, tape.end(index))
                : Octets.of("");
    }

    /// A number without its fraction, as near as 64 bits come to it; of anything else 0.
    public long integer() {
        return is(JsonKind.NUMBER) ? JsonNumber.integer(tape.bytes(), tape.start(index), tape.end(index)) : 0;
    }

    /// A number; of anything else 0.
    public double real() {
        return is(JsonKind.NUMBER) ? JsonNumber.real(tape.bytes(), tape.start(index), tape.end(index)) : 0;
    }

    /// Whether it is a number written as an integer that 64 bits hold.
    public boolean isInteger() {
        return is(JsonKind.NUMBER) && JsonNumber.isInteger(tape.bytes(), tape.start(index), tape.end(index));
    }

    /// The digits of a number as they came, when RFC 8259 has it; else null.
    public @Nullable Octets standardDigits() {
        int start = tape.start(index);
        int end = tape.end(index);
        return is(JsonKind.NUMBER) && JsonNumber.isStandard(tape.bytes(), start, end)
                ? Octets.copyOf(tape.bytes(), start, end)
                : null;
    }

    /// Appends a number as it came, when RFC 8259 has it.
    ///
    /// @return whether it was appended
    boolean appendStandardDigits(ReplyBuffer out) {
        int start = tape.start(index);
        int end = tape.end(index);
        boolean standard = is(JsonKind.NUMBER) && JsonNumber.isStandard(tape.bytes(), start, end);
        if (standard) {
            out.append(tape.bytes(), start, end);
        }
        return standard;
    }

    /// It as it was written.
    public Octets written() {
        int closing = is(JsonKind.STRING) ? 1 : 0;
        return Octets.copyOf(tape.bytes(), tape.start(index), tape.end(index) + closing);
    }

    /// All of it; null when it nests deeper than [#MAX_DEPTH].
    public @Nullable Value value() {
        return value(0);
    }

    private @Nullable Value value(int depth) {
        JsonKind kind = kind();
        if (depth == MAX_DEPTH && (kind == JsonKind.ARRAY || kind == JsonKind.OBJECT)) {
            return null;
        }
        return switch (kind) {
            case NULL -> new Value.Nil();
            case TRUE -> Value.of(true);
            case FALSE -> Value.of(false);
            case NUMBER -> isInteger() ? Value.of(integer()) : Value.of(real());
            case STRING -> new Value.Text(text());
            case ARRAY -> {
                List<Value> elements = new ArrayList<>();
                yield collect(depth, elements::add) ? new Value.Arr(elements) : null;
            }
            case OBJECT -> {
                List<Octets> names = names();
                List<Value.Member> members = new ArrayList<>();
                boolean whole =
                        collect(depth, value -> members.add(new Value.Member(names.get(members.size()), value)));
                yield whole ? new Value.Struct(members) : null;
            }
        };
    }

    private boolean collect(int depth, Consumer<Value> into) {
        for (JsonValue element : elements()) {
            Value value = element.value(depth + 1);
            if (value == null) {
                return false;
            }
            into.accept(value);
        }
        return true;
    }
}
