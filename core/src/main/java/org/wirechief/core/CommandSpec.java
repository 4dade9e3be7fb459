package org.wirechief.core;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A command as data: everything that listings, help, completion, access control and dispatch
/// need to know, and the code it runs.
///
/// Write one with [#named]:
/// ```java
/// CommandSpec.named("demo.hello").summary("Greets whoever asks.").param("name", TEXT)
///         .run((call, reply) -> reply.add("hello " + call.args().text(0)));
/// ```
///
/// @param name its name, case-sensitive, without blanks
/// @param aliases further names it answers to
/// @param summary one line
/// @param example arguments as an operator types them, `abc 5`; empty for none
/// @param recipes the ways to call it
/// @param vocabulary who sees it
/// @param access the level a caller needs
/// @param execution where it may run
/// @param mi what only MI asks
public record CommandSpec(
        String name,
        List<String> aliases,
        String summary,
        String example,
        Recipes recipes,
        Vocabulary vocabulary,
        Access access,
        Execution execution,
        MiTraits mi,
        Command body) {

    public CommandSpec {
        Objects.requireNonNull(body);
        aliases = List.copyOf(aliases);
        requireName(name);
        Set<String> names = new HashSet<>(Set.of(name));
        for (String alias : aliases) {
            requireName(alias);
            if (!names.add(alias)) {
                throw new IllegalArgumentException(
                        "'" + alias + "' names command '" + name + "' already: leave the alias out");
            }
        }
    }

    /// Begins a command that reads (`Access.READ`), is seen in both vocabularies and runs inline.
    public static CommandDraft named(String name) {
        return new CommandDraft(name);
    }

    /// The ways to call it.
    public List<Signature> signatures() {
        return recipes.signatures();
    }

    static void requireName(String name) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot name a command: a name has at least one character, no blank, no control");
        }
    }
}
