package org.wirechief.server;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Signature;

/// The reference of a program's commands, rendered from the commands themselves, so that it cannot
/// say anything else than they do.
public final class CommandReference {
    private static final String HEAD = """
            | command | parameters | level | what it does | example |
            |---|---|---|---|---|
            """;

    private CommandReference() {}

    /// A Markdown table, a row a command, by name.
    public static String table(Collection<CommandSpec> specs) {
        return specs.stream()
                .sorted(Comparator.comparing(CommandSpec::name))
                .map(CommandReference::row)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(CommandSpec spec) {
        String parameters = spec.signatures().stream()
                .map(Signature::toString)
                .map(way -> way.isEmpty() ? "none" : "`" + way + "`")
                .collect(Collectors.joining(" or "));
        String example = (spec.name() + " " + spec.example()).strip();
        return "| `" + spec.name() + "` | " + parameters + " | "
                + spec.access().name().toLowerCase(Locale.ROOT) + " | "
                + spec.summary().replace("|", "\\|") + " | `" + example.replace("|", "\\|") + "` |\n";
    }
}
