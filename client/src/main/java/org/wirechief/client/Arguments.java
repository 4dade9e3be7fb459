package org.wirechief.client;

import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The arguments of a call as Java programs write them.
final class Arguments {
    private Arguments() {}

    static List<Value> of(Object... args) {
        return Arrays.stream(args).map(Arguments::value).toList();
    }

    private static Value value(Object arg) {
        return switch (arg) {
            case Value value -> value;
            case String text -> Value.of(text);
            case Octets text -> new Value.Text(text);
            case Boolean yes -> Value.of(yes.booleanValue());
            case Byte number -> Value.of(number.longValue());
            case Short number -> Value.of(number.longValue());
            case Integer number -> Value.of(number.longValue());
            case Long number -> Value.of(number.longValue());
            case Float number -> Value.of(number.doubleValue());
            case Double number -> Value.of(number.doubleValue());
            case byte[] bytes -> new Value.Blob(Octets.copyOf(bytes));
            case null -> throw new IllegalArgumentException("an argument cannot be null: there is no such value");
            default ->
                throw new IllegalArgumentException("cannot send a "
                        + arg.getClass().getName() + ": allowed are numbers, booleans, text, bytes and Value");
        };
    }
}
