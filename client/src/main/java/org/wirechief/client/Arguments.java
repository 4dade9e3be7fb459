package org.wirechief.client;

import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The arguments of a call, from what Java programs write.
///
/// @param inOrder as languages have them where arguments go by position
/// @param byName as languages have them that know names, in structs; the same list as `inOrder`
///     where none was given
record Arguments(List<Value> inOrder, List<Value> byName) {
    static final Arguments NONE = of();

    /// Takes them.
    ///
    /// @throws IllegalArgumentException for what cannot be sent
    static Arguments of(Object... args) {
        List<Value> inOrder = new ArrayList<>(args.length);
        List<Value> byName = new ArrayList<>();
        for (Object arg : args) {
            if (arg instanceof NamedArgument named) {
                inOrder.add(named.otherwise());
                byName.add(named.named());
            } else {
                inOrder.add(value(arg));
            }
        }
        if (byName.isEmpty()) {
            return new Arguments(inOrder, inOrder);
        }
        if (byName.size() < inOrder.size()) {
            throw new IllegalArgumentException("of " + inOrder.size() + " arguments " + byName.size()
                    + " have names: give one to each, or to none");
        }
        return new Arguments(inOrder, byName);
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
        throw new IllegalArgumentException("cannot send a " + arg.getClass().getName()
                + ": allowed are numbers, booleans, text, bytes, Value and NamedArgument");
    }
}
