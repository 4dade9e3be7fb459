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
        // no switch over patterns on the way of one call: docs/adr/0006
        if (arg instanceof Value value) {
            return value;
        } else if (arg instanceof String text) {
            return Value.of(text);
        } else if (arg instanceof Octets text) {
            return new Value.Text(text);
        } else if (arg instanceof Boolean yes) {
            return Value.of(yes.booleanValue());
        } else if (arg instanceof Float || arg instanceof Double) {
            return Value.of(((Number) arg).doubleValue());
        } else if (arg instanceof Byte || arg instanceof Short || arg instanceof Integer || arg instanceof Long) {
            return Value.of(((Number) arg).longValue());
        } else if (arg instanceof byte[] bytes) {
            return new Value.Blob(Octets.copyOf(bytes));
        } else if (arg == null) {
            throw new IllegalArgumentException("an argument cannot be null: there is no such value");
        }
        throw new IllegalArgumentException(
                "cannot send a " + arg.getClass().getName() + ": allowed are numbers, booleans, text, bytes and Value");
    }
}
