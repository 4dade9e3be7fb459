package org.wirechief.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// The parameters of two modules made for tests, `ctl` and `mi`, and of one that is always there.
record Fence(List<String> gates, long mode, String owner) {
    static final Fence INITIAL = new Fence(List.of(), 0600, "");

    private static final List<Parameter<Fence>> PARAMETERS = List.of(
            Parameter.text("gate", "", "may be repeated", Fence::gate),
            Parameter.wide("mode", "0600", "", "", Fence::mode),
            new Parameter<>("owner", Kind.INTEGER_OR_TEXT, "", "", "", (fence, given) -> fence.owner(given.value())));

    static final ModuleDescription<Fence> CTL = new ModuleDescription<>("ctl", INITIAL, PARAMETERS);
    static final ModuleDescription<Fence> MI = new ModuleDescription<>("mi", INITIAL, PARAMETERS);
    static final ModuleDescription<Fence> SERVER = new ModuleDescription<>("server", INITIAL, PARAMETERS);

    static final ConfigReader READER = new ConfigReader(List.of(SERVER), List.of(CTL, MI));

    /// The modules that `file` loads, `ctl[gates] mode owner` each.
    static List<String> loaded(java.nio.file.Path file, String... sets) {
        return READER.read(Optional.of(file), List.of(), List.of(sets)).modules().stream()
                .skip(1)
                .map(loaded -> loaded.description().name() + loaded.value())
                .toList();
    }

    private Fence gate(String gate) {
        List<String> more = new ArrayList<>(gates);
        more.add(gate);
        return new Fence(more, mode, owner);
    }

    private Fence mode(long changed) {
        if (changed < 0 || changed > 0777) {
            throw ConfigError.of("mode", "0" + Long.toOctalString(changed), "allowed are 0 to 0777");
        }
        return new Fence(gates, changed, owner);
    }

    private Fence owner(Value value) {
        return new Fence(gates, mode, value instanceof Value.Int ? "#" + value.asLong() : value.asText());
    }

    @Override
    public String toString() {
        return gates + " " + Long.toOctalString(mode) + " " + owner;
    }
}
