package org.wirechief.endpoint.trace;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Octets;

/// Which commands are traced: `trace_bwlist` (spec mi-text §11.1, mi-json §14).
///
/// @param commands as the list spells them
public record TraceList(Kind kind, Set<String> commands) {
    /// What a list says about its commands.
    public enum Kind {
        /// There is none: all are traced.
        NONE,
        /// They are not traced.
        BLACK,
        /// They alone are.
        WHITE
    }

    /// Every command is traced.
    public static final TraceList EVERYTHING = new TraceList(Kind.NONE, Set.of());

    public TraceList {
        commands = Set.copyOf(commands);
    }

    /// Reads `<b|B|w|W> : command [, command]*`. Blanks do not count, a comma may end it.
    ///
    /// @throws ConfigError when it is none
    static TraceList parse(String module, String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw wrong(module, text);
        }
        Kind kind = switch (text.substring(0, colon).strip()) {
            case "b", "B" -> Kind.BLACK;
            case "w", "W" -> Kind.WHITE;
            default -> throw wrong(module, text);
        };
        Set<String> commands = new LinkedHashSet<>();
        String[] entries = text.substring(colon + 1).strip().split(",", -1);
        for (int i = 0; i < entries.length; i++) {
            String command = entries[i].strip();
            if (!command.isEmpty()) {
                commands.add(command);
            } else if (i < entries.length - 1) {
                throw ConfigError.of(module + ".trace_bwlist", text, "a command is missing before a comma");
            }
        }
        return new TraceList(kind, commands);
    }

    private static ConfigError wrong(String module, String text) {
        return ConfigError.of(
                module + ".trace_bwlist",
                text,
                "write b: and the commands not to trace, or w: and those to trace alone, as \"b: ps, which\"");
    }

    /// Whether a request is traced. What is no command never passes a white list.
    ///
    /// @param called the name as its caller spelled it
    /// @param meant what it means; null for nothing
    boolean passes(Octets called, @Nullable CommandSpec meant) {
        return switch (kind) {
            case NONE -> true;
            case BLACK -> !holds(called, meant);
            case WHITE -> meant != null && holds(called, meant);
        };
    }

    private boolean holds(Octets called, @Nullable CommandSpec meant) {
        return commands.contains(called.toString())
                || (meant != null
                        && (commands.contains(meant.name())
                                || commands.contains(meant.mi().canonical())
                                || meant.aliases().stream().anyMatch(commands::contains)));
    }
}
