package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSpecTest {
    private static final Command NOTHING = (_, _) -> {};

    @Test
    void aCommandReadsIsSeenByAllAndRunsInlineUnlessItSaysOtherwise() {
        CommandSpec spec = CommandSpec.named("a").run(NOTHING);

        assertThat(spec.access()).isEqualTo(Access.READ);
        assertThat(spec.vocabulary()).isEqualTo(Vocabulary.BOTH);
        assertThat(spec.execution()).isEqualTo(Execution.INLINE);
        assertThat(spec.summary()).isEmpty();
        assertThat(spec.example()).isEmpty();
        assertThat(spec.aliases()).isEmpty();
        assertThat(spec.signatures()).containsExactly(new Signature(List.of()));
    }

    @Test
    void aDraftKeepsWhatItIsTold() {
        CommandSpec spec = CommandSpec.named("a.b")
                .alias("c")
                .summary("Does it.")
                .param("name", ParamType.TEXT)
                .optional("ttl", ParamType.INTEGER)
                .example("x 5")
                .vocabulary(Vocabulary.MI)
                .access(Access.ADMIN)
                .blocking()
                .run(NOTHING);

        assertThat(spec)
                .isEqualTo(new CommandSpec(
                        "a.b",
                        List.of("c"),
                        "Does it.",
                        "x 5",
                        spec.recipes(),
                        Vocabulary.MI,
                        Access.ADMIN,
                        Execution.BLOCKING,
                        new MiTraits("a", "a:b", true, MiAge.ALWAYS),
                        NOTHING));
        assertThat(spec.signatures())
                .containsExactly(new Signature(List.of(
                        new Param("name", ParamType.TEXT, Param.Presence.REQUIRED),
                        new Param("ttl", ParamType.INTEGER, Param.Presence.OPTIONAL))));
    }

    @Test
    void miIsToldWhoBringsACommandAndItsNameOf40() {
        assertThat(CommandSpec.named("uptime").run(NOTHING).mi())
                .isEqualTo(new MiTraits("core", "core:uptime", false, MiAge.ALWAYS));
        assertThat(CommandSpec.named("a:b").run(NOTHING).mi())
                .isEqualTo(new MiTraits("core", "core:a_b", false, MiAge.ALWAYS));
        assertThat(CommandSpec.named("get_statistics")
                        .exporter("statistics")
                        .canonical("statistics:get")
                        .oneOrMore("statistics", ParamType.TEXT)
                        .run(NOTHING)
                        .mi())
                .isEqualTo(new MiTraits("statistics", "statistics:get", true, MiAge.ALWAYS));
        assertThat(CommandSpec.named("version")
                        .optional("revision", ParamType.TEXT)
                        .withoutTextInput()
                        .run(NOTHING)
                        .mi()
                        .readsText())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"store", ":store", "cache:", ":"})
    void aNameOf40HasAModuleAndACommand(String name) {
        assertThatThrownBy(() -> CommandSpec.named("a").canonical(name).run(NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void orBeginsAnotherWayToCallIt() {
        CommandSpec spec = CommandSpec.named("a")
                .or()
                .param("group", ParamType.TEXT)
                .or()
                .param("group", ParamType.TEXT)
                .param("name", ParamType.TEXT)
                .run(NOTHING);

        assertThat(spec.signatures())
                .extracting(Signature::toString)
                .containsExactly("", "group:text", "group:text name:text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\n", "\t", "a\u007f"})
    void aNameHasNoBlankAndNoControl(String name) {
        assertThatThrownBy(() -> CommandSpec.named(name).run(NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "' cannot name a command");
        assertThatThrownBy(() -> CommandSpec.named("a").alias(name).run(NOTHING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// Not `two commands are named 'a'`, of which somebody would look for the second.
    @Test
    void anAliasIsAFurtherName() {
        assertThatThrownBy(() -> CommandSpec.named("a").alias("a").run(NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'a' names command 'a' already: leave the alias out");
        assertThatThrownBy(() -> CommandSpec.named("a").alias("b").alias("b").run(NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'b' names command 'a' already: leave the alias out");
    }
}
