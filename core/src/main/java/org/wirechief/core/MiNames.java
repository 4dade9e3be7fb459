package org.wirechief.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The commands of MI by name, under one [MiNaming]. Follows the registry: it sees commands that
/// are added later. Safe for use by several threads.
///
/// With [MiNaming#V4] (spec mi-json §16) a name without colon means the only command of that local
/// name, else the command of that 3.x name, else it is ambiguous or unknown. A name with a colon
/// means that command of that module, else an alias; a colon at an end is never a name.
public final class MiNames {
    private final Commands commands;
    private final MiNaming naming;
    private volatile Modern modern = new Modern(-1, List.of());

    public MiNames(Commands commands, MiNaming naming) {
        this.commands = commands;
        this.naming = naming;
    }

    public MiNaming naming() {
        return naming;
    }

    /// What `name` means.
    public MiLookup find(Octets name) {
        return switch (naming) {
            case V1, V3 -> found(known(name));
            case V4 -> modern().find(name, known(name));
        };
    }

    /// The names to list, in the order the commands were added.
    public List<String> list() {
        return switch (naming) {
            case V1, V3 -> known().map(CommandSpec::name).toList();
            case V4 -> List.copyOf(modern().byName.keySet());
        };
    }

    /// The names of one module's commands, in the order they were added; none with [MiNaming#V3].
    public List<String> listOf(String module) {
        return switch (naming) {
            case V1, V3 -> List.of();
            case V4 ->
                modern().byName.keySet().stream()
                        .filter(name -> name.startsWith(module + ":"))
                        .toList();
        };
    }

    private Stream<CommandSpec> known() {
        return commands.asAdded(Vocabulary.MI).stream()
                .filter(spec -> spec.mi().age().isKnownTo(naming));
    }

    private @Nullable CommandSpec known(Octets name) {
        CommandSpec spec = commands.find(Vocabulary.MI, name);
        return spec != null && spec.mi().age().isKnownTo(naming) ? spec : null;
    }

    private Modern modern() {
        int additions = commands.additions();
        Modern last = modern;
        if (last.additions != additions) {
            last = new Modern(additions, known().toList());
            modern = last;
        }
        return last;
    }

    private static MiLookup found(@Nullable CommandSpec spec) {
        return spec == null ? new MiLookup.Unknown() : new MiLookup.Found(spec);
    }

    /// The names of 4.0 for one state of the registry. Immutable.
    private static final class Modern {
        private final int additions;
        private final Map<String, CommandSpec> byName = new LinkedHashMap<>();
        private final Map<String, List<String>> byLocalName;

        /// Where two commands claim one name the first keeps it; the other has its 3.x name.
        Modern(int additions, List<CommandSpec> all) {
            this.additions = additions;
            all.forEach(spec -> byName.putIfAbsent(spec.mi().canonical(), spec));
            byLocalName = byName.keySet().stream()
                    .collect(Collectors.groupingBy(name -> name.substring(name.indexOf(':') + 1)));
        }

        /// What a name means; `alias` is the command of that name in 3.x.
        MiLookup find(Octets asked, @Nullable CommandSpec alias) {
            String name = asked.toString();
            int colon = name.indexOf(':');
            if (colon == 0 || (colon > 0 && name.endsWith(":"))) {
                return new MiLookup.Unknown();
            }
            List<String> owners = colon < 0 ? byLocalName.getOrDefault(name, List.of()) : List.of(name);
            if (owners.size() > 1) {
                return alias == null ? new MiLookup.Ambiguous(owners) : found(alias);
            }
            CommandSpec own = owners.isEmpty() ? null : byName.get(owners.getFirst());
            return found(own == null ? alias : own);
        }
    }
}
