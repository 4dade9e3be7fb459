package org.wirechief.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The registry: every command of a program by name.
///
/// Any thread may look up while another adds; a look-up sees all of an addition or none of it.
public final class Commands {
    private static final Comparator<CommandSpec> BY_NAME = Comparator.comparing(spec -> Octets.of(spec.name()));

    private volatile Map<Vocabulary, Map<Octets, CommandSpec>> byName = copy(Map.of());

    public Commands() {}

    public Commands(Collection<CommandSpec> specs) {
        add(specs);
    }

    /// Adds commands, all of them or none.
    ///
    /// @throws IllegalArgumentException when a name or alias is taken in a vocabulary both share
    public synchronized void add(Collection<CommandSpec> specs) {
        Map<Vocabulary, Map<Octets, CommandSpec>> grown = copy(byName);
        grown.forEach((vocabulary, names) -> specs.stream()
                .filter(spec -> spec.vocabulary().isSeenBy(vocabulary))
                .forEach(spec -> enter(names, spec)));
        byName = grown;
    }

    private static Map<Vocabulary, Map<Octets, CommandSpec>> copy(Map<Vocabulary, Map<Octets, CommandSpec>> names) {
        Map<Vocabulary, Map<Octets, CommandSpec>> copy = new EnumMap<>(Vocabulary.class);
        for (Vocabulary vocabulary : Vocabulary.values()) {
            copy.put(vocabulary, new HashMap<>(names.getOrDefault(vocabulary, Map.of())));
        }
        return copy;
    }

    private static void enter(Map<Octets, CommandSpec> names, CommandSpec spec) {
        enter(names, spec.name(), spec);
        spec.aliases().forEach(alias -> enter(names, alias, spec));
    }

    private static void enter(Map<Octets, CommandSpec> names, String name, CommandSpec spec) {
        if (names.putIfAbsent(Octets.of(name), spec) != null) {
            throw new IllegalArgumentException("two commands are named '" + name + "'");
        }
    }

    /// The command of that name, if callers of `asked` see it.
    public @Nullable CommandSpec find(Vocabulary asked, Octets name) {
        return seenBy(asked).get(name);
    }

    /// The commands that callers of `asked` see, in byte order of their names, without aliases.
    public List<CommandSpec> list(Vocabulary asked) {
        return seenBy(asked).values().stream().distinct().sorted(BY_NAME).toList();
    }

    private Map<Octets, CommandSpec> seenBy(Vocabulary asked) {
        return byName.getOrDefault(asked, Map.of());
    }
}
