package org.wirechief.wire.binrpc;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Values of every kind, and what becomes of those that BINRPC cannot say.
record RandomValues(RandomGenerator random) {
    private static final int DEEPEST = 5;

    List<Value> list() {
        return list(0);
    }

    private List<Value> list(int depth) {
        return IntStream.range(0, random.nextInt(6)).mapToObj(_ -> value(depth)).toList();
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 6)) {
            case 0 -> new Value.Nil();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(integer());
            // Eighths have three decimals and an exact binary form.
            case 3 -> Value.of(random.nextInt() / 8.0);
            case 4 -> new Value.Text(octets());
            case 5 -> new Value.Blob(octets());
            case 6 -> new Value.Arr(list(depth + 1));
            default ->
                new Value.Struct(list(depth + 1).stream()
                        .map(value -> new Value.Member(octets(), value))
                        .toList());
        };
    }

    /// Of any width, so that short ones are as frequent.
    private long integer() {
        return random.nextLong() >> random.nextInt(Long.SIZE);
    }

    private Octets octets() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 400 : 12)];
        random.nextBytes(bytes);
        return Octets.copyOf(bytes);
    }

    /// What a client sees of these values in an answer.
    static List<Value> asAnswered(List<Value> values) {
        return values.stream().map(value -> carried(value, true)).toList();
    }

    /// What a server sees of these values as arguments.
    static List<Value> asSent(List<Value> values) {
        return values.stream().map(value -> carried(value, false)).toList();
    }

    private static Value carried(Value value, boolean arraysAreStructs) {
        return switch (value) {
            case Value.Nil _ -> Value.of("<null string>");
            case Value.Bool(boolean yes) -> Value.of(yes ? 1 : 0);
            case Value.Int(long number) when number != (int) number -> Value.of(Long.toString(number));
            case Value.Arr(List<Value> elements)
            when elements.isEmpty() && arraysAreStructs -> new Value.Struct(List.of());
            case Value.Arr(List<Value> elements) ->
                new Value.Arr(elements.stream()
                        .map(element -> carried(element, arraysAreStructs))
                        .toList());
            case Value.Struct(List<Value.Member> members) -> new Value.Struct(members(members, arraysAreStructs));
            case Value.Int _, Value.Real _, Value.Text _, Value.Blob _ -> value;
        };
    }

    private static List<Value.Member> members(List<Value.Member> members, boolean arraysAreStructs) {
        List<Value.Member> carried = new ArrayList<>();
        for (Value.Member member : members) {
            boolean isEmptyArray = member.value().equals(new Value.Arr(List.of()));
            Value value = isEmptyArray ? new Value.Struct(List.of()) : carried(member.value(), arraysAreStructs);
            carried.add(new Value.Member(member.name(), value));
        }
        return carried;
    }
}
