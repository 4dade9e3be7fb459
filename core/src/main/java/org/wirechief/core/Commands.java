package org.wirechief.core;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The registry: every command of a program by name.
///
/// Any thread may look up while another adds; a look-up sees all of an addition or none of it.
public final class Commands {
    private volatile Map<Octets, CommandSpec> byName = Map.of();

    public Commands() {}

    public Commands(Collection<CommandSpec> specs) {
        add(specs);
    }

    /// Adds commands, all of them or none.
    ///
    /// @throws IllegalArgumentException when a name or alias is taken in a vocabulary both share
    public synchronized void add(Collection<CommandSpec> specs) {
        Map<Octets, CommandSpec> grown = new HashMap<>(byName);
        for (CommandSpec spec : specs) {
            enter(grown, spec.name(), spec);
            spec.aliases().forEach(alias -> enter(grown, alias, spec));
        }
        byName = grown;
    }

    private static void enter(Map<Octets, CommandSpec> names, String name, CommandSpec spec) {
        if (names.putIfAbsent(Octets.of(name), spec) != null) {
            throw new IllegalArgumentException("two commands are named '" + name + "'");
        }
    }

    /// The command of that name, if callers of `asked` see it.
    public @Nullable CommandSpec find(Vocabulary asked, Octets name) {
        CommandSpec spec = byName.get(name);
        return spec != null && spec.vocabulary().isSeenBy(asked) ? spec : null;
    }

    /// The commands that callers of `asked` see, in byte order of their names, without aliases.
    public List<CommandSpec> list(Vocabulary asked) {
        return byName.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(Octets.of(entry.getValue().name())))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(spec -> spec.vocabulary().isSeenBy(asked))
                .toList();
    }
}
