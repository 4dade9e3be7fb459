package org.wirechief.endpoint.trace;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Octets;
import org.wirechief.core.Vocabulary;

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

    /// Whether a request is traced. What is no command never passes a white list; nor a black one
    /// that names it.
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

    /// What is no command is on it where it is spelled so, as `t_hash` of a module not here.
    private boolean holds(Octets called, @Nullable CommandSpec meant) {
        return meant == null ? commands.contains(called.toString()) : goesBy(meant, commands::contains);
    }

    /// Whether one of a command's names is the one that is looked for: it is on a list by any of
    /// them, however a caller spells it. Of its name in 4.0 what MI calls it for short is one too.
    static boolean goesBy(CommandSpec command, Predicate<? super String> isIt) {
        String canonical = command.mi().canonical();
        return isIt.test(command.name())
                || isIt.test(canonical)
                || command.aliases().stream().anyMatch(isIt)
                || (command.vocabulary().isSeenBy(Vocabulary.MI)
                        && isIt.test(canonical.substring(canonical.indexOf(':') + 1)));
    }
}
