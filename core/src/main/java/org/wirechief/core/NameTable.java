package org.wirechief.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Commands by name, looked up by bytes where they stand, so that a look-up copies nothing.
/// Immutable.
final class NameTable {
    static final NameTable EMPTY = new NameTable(Map.of());

    /// At most a quarter of the places is taken: most names stand where they are looked for.
    private static final int ROOM = 4;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// An odd number without a pattern: what it multiplies differs in the upper bits as well.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final @Nullable Octets[] names;
    private final @Nullable CommandSpec[] specs;

    NameTable(Map<Octets, CommandSpec> byName) {
        int size = Integer.highestOneBit(byName.size() * ROOM) * 2;
        names = new @Nullable Octets[Math.max(2, size)];
        specs = new @Nullable CommandSpec[names.length];
        byName.forEach(this::enter);
    }

    /// The command whose name stands from `from` (inclusive) to `to` (exclusive).
    @Nullable
    CommandSpec find(byte[] bytes, int from, int to) {
        for (int at = place(hash(bytes, from, to)); ; at = place(at + 1)) {
            Octets name = names[at];
            if (name == null) {
                return null;
            }
            if (name.equals(bytes, from, to)) {
                return specs[at];
            }
        }
    }

    private void enter(Octets name, CommandSpec spec) {
        int at = place(hash(name.toByteArray(), 0, name.length()));
        while (names[at] != null) {
            at = place(at + 1);
        }
        names[at] = name;
        specs[at] = spec;
    }

    /// Of the first and the last eight bytes alone, so that a long name takes no more time than a
    /// short one; names that differ between these are told apart when they are compared.
    private static int hash(byte[] bytes, int from, int to) {
        if (to - from < Long.BYTES) {
            return Octets.hash(bytes, from, to);
        }
        long first = (long) EIGHT.get(bytes, from);
        long last = (long) EIGHT.get(bytes, to - Long.BYTES);
        return (int) (((31 * first + last) * SPREAD) >>> Integer.SIZE);
    }

    private int place(int hash) {
        return hash & (names.length - 1);
    }
}
