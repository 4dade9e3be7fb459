package org.wirechief.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The registry: every command of a program by name.
///
/// Any thread may look up while another adds; a look-up sees all of an addition or none of it.
public final class Commands {
    private static final Comparator<CommandSpec> BY_NAME = Comparator.comparing(spec -> Octets.of(spec.name()));

    private volatile Map<Vocabulary, Listing> listings = Map.of();
    private final AtomicInteger additions = new AtomicInteger();

    public Commands() {}

    public Commands(Collection<CommandSpec> specs) {
        add(specs);
    }

    /// Adds commands, all of them or none.
    ///
    /// @throws IllegalArgumentException when a name or alias is taken in a vocabulary both share
    public synchronized void add(Collection<CommandSpec> specs) {
        Map<Vocabulary, Listing> grown = new EnumMap<>(Vocabulary.class);
        for (Vocabulary vocabulary : Vocabulary.values()) {
            grown.put(vocabulary, listing(vocabulary).and(specs, vocabulary));
        }
        listings = grown;
        additions.incrementAndGet();
    }

    /// The command of that name, if callers of `asked` see it.
    public @Nullable CommandSpec find(Vocabulary asked, Octets name) {
        return name.in(listing(asked).table);
    }

    /// The same by the bytes of a name, from `from` (inclusive) to `to` (exclusive).
    public @Nullable CommandSpec find(Vocabulary asked, byte[] bytes, int from, int to) {
        return listing(asked).table.find(bytes, from, to);
    }

    /// The commands that callers of `asked` see, in byte order of their names, without aliases.
    public List<CommandSpec> list(Vocabulary asked) {
        return listing(asked).inOrder;
    }

    /// The same in the order they were added, as MI's `which` lists them.
    public List<CommandSpec> asAdded(Vocabulary asked) {
        return listing(asked).asAdded;
    }

    /// How often commands were added: whoever derives something from the lists asks for this first
    /// to know when to derive it anew.
    int additions() {
        return additions.get();
    }

    private Listing listing(Vocabulary asked) {
        return listings.getOrDefault(asked, Listing.EMPTY);
    }

    /// What the callers of one vocabulary see.
    private record Listing(
            Map<Octets, CommandSpec> byName, NameTable table, List<CommandSpec> inOrder, List<CommandSpec> asAdded) {
        static final Listing EMPTY = new Listing(Map.of(), NameTable.EMPTY, List.of(), List.of());

        Listing and(Collection<CommandSpec> specs, Vocabulary vocabulary) {
            Map<Octets, CommandSpec> names = new HashMap<>(byName);
            List<CommandSpec> added = new ArrayList<>(asAdded);
            for (CommandSpec spec : specs) {
                if (spec.vocabulary().isSeenBy(vocabulary)) {
                    enter(names, spec.name(), spec);
                    spec.aliases().forEach(alias -> enter(names, alias, spec));
                    added.add(spec);
                }
            }
            List<CommandSpec> order = added.stream().sorted(BY_NAME).toList();
            return new Listing(names, new NameTable(names), order, List.copyOf(added));
        }

        private static void enter(Map<Octets, CommandSpec> names, String name, CommandSpec spec) {
            if (names.putIfAbsent(Octets.of(name), spec) != null) {
                throw new IllegalArgumentException("two commands are named '" + name + "'");
            }
        }
    }
}
