package org.wirechief.core;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Commands by name, looked up by bytes where they stand, so that a look-up copies nothing.
/// Immutable.
final class NameTable {
    static final NameTable EMPTY = new NameTable(Map.of());

    /// At most a quarter of the places is taken: most names stand where they are looked for.
    private static final int ROOM = 4;

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
        for (int at = place(Octets.hash(bytes, from, to)); ; at = place(at + 1)) {
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
        int at = place(name.hashCode());
        while (names[at] != null) {
            at = place(at + 1);
        }
        names[at] = name;
        specs[at] = spec;
    }

    private int place(int hash) {
        return hash & (names.length - 1);
    }
}
