package org.wirechief.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private static CommandSpec command(String name, Vocabulary vocabulary, String... aliases) {
        CommandDraft draft = CommandSpec.named(name).vocabulary(vocabulary);
        List.of(aliases).forEach(draft::alias);
        return draft.run((_, _) -> {});
    }

    private static CommandSpec command(String name, String... aliases) {
        return command(name, Vocabulary.BOTH, aliases);
    }

    private static List<String> names(List<CommandSpec> specs) {
        return specs.stream().map(CommandSpec::name).toList();
    }

    @Test
    void aCommandIsFoundByNameAndAlias() {
        CommandSpec spec = command("demo.hello", "hi", "hello");
        Commands commands = new Commands(List.of(spec));

        assertThat(commands.find(Vocabulary.RPC, Octets.of("demo.hello"))).isSameAs(spec);
        assertThat(commands.find(Vocabulary.MI, Octets.of("hi"))).isSameAs(spec);
        assertThat(commands.find(Vocabulary.MI, Octets.of("hello"))).isSameAs(spec);
    }

    @Test
    void namesAreCaseSensitiveAndWhole() {
        Commands commands = new Commands(List.of(command("core.echo")));

        assertThat(commands.find(Vocabulary.RPC, Octets.of("Core.Echo"))).isNull();
        assertThat(commands.find(Vocabulary.RPC, Octets.of("core.ech"))).isNull();
        assertThat(commands.find(Vocabulary.RPC, Octets.of(""))).isNull();
    }

    @Test
    void namesThatDifferInTheMiddleOrInLengthAloneAreToldApart() {
        List<CommandSpec> alike = IntStream.range(0, 60)
                .mapToObj(i -> command("the.same" + (char) ('!' + i) + ".the.end"))
                .toList();
        List<CommandSpec> longer = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> command("a".repeat(i)))
                .toList();
        Commands commands = new Commands(alike);
        commands.add(longer);

        for (CommandSpec spec : commands.list(Vocabulary.RPC)) {
            assertThat(commands.find(Vocabulary.RPC, Octets.of(spec.name()))).isSameAs(spec);
        }
        assertThat(commands.list(Vocabulary.RPC)).hasSize(100);
        assertThat(commands.find(Vocabulary.RPC, Octets.of("the.same .the.end")))
                .isNull();
        assertThat(commands.find(Vocabulary.RPC, Octets.of("a".repeat(41)))).isNull();
    }

    @Test
    void aNameIsFoundWhereItStands() {
        List<CommandSpec> many = IntStream.range(0, 500)
                .mapToObj(i -> command("group" + i % 7 + ".command" + i))
                .toList();
        Commands commands = new Commands(many);

        for (CommandSpec spec : many) {
            byte[] bytes = ("<" + spec.name() + ">").getBytes(StandardCharsets.UTF_8);
            int end = bytes.length - 1;

            assertThat(commands.find(Vocabulary.RPC, bytes, 1, end)).isSameAs(spec);
            assertThat(commands.find(Vocabulary.RPC, Octets.of(spec.name()))).isSameAs(spec);
            assertThat(commands.find(Vocabulary.RPC, bytes, 0, end)).isNull();
            assertThat(commands.find(Vocabulary.RPC, bytes, 1, bytes.length)).isNull();
            assertThat(commands.find(Vocabulary.RPC, bytes, 1, 1)).isNull();
        }
    }

    @Test
    void theOtherVocabularysCommandsAreNotFound() {
        Commands commands = new Commands(
                List.of(command("a.rpc", Vocabulary.RPC), command("b_mi", Vocabulary.MI), command("c.both")));

        assertThat(commands.find(Vocabulary.MI, Octets.of("a.rpc"))).isNull();
        assertThat(commands.find(Vocabulary.RPC, Octets.of("b_mi"))).isNull();
        assertThat(names(commands.list(Vocabulary.RPC))).containsExactly("a.rpc", "c.both");
        assertThat(names(commands.list(Vocabulary.MI))).containsExactly("b_mi", "c.both");
    }

    @Test
    void theListIsInByteOrderWithoutAliases() {
        Commands commands = new Commands(List.of(
                command("b", "0"), command("é"), command("core.ps"), command("core"), command("Z"), command("a")));

        assertThat(names(commands.list(Vocabulary.RPC))).containsExactly("Z", "a", "b", "core", "core.ps", "é");
    }

    @Test
    void aNameIsTakenOnce() {
        Commands commands = new Commands(List.of(command("a", "x")));

        assertThatThrownBy(() -> commands.add(List.of(command("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two commands are named 'a'");
        assertThatThrownBy(() -> commands.add(List.of(command("x")))).hasMessage("two commands are named 'x'");
        assertThatThrownBy(() -> commands.add(List.of(command("b", "a")))).hasMessage("two commands are named 'a'");
        assertThatThrownBy(() -> commands.add(List.of(command("c"), command("c"))))
                .hasMessage("two commands are named 'c'");
    }

    @Test
    void aNameMayStandInEachVocabulary() {
        CommandSpec rpc = command("version", Vocabulary.RPC);
        CommandSpec mi = command("version", Vocabulary.MI);
        Commands commands = new Commands(List.of(rpc, mi));

        assertThat(commands.find(Vocabulary.RPC, Octets.of("version"))).isSameAs(rpc);
        assertThat(commands.find(Vocabulary.MI, Octets.of("version"))).isSameAs(mi);
        assertThatThrownBy(() -> commands.add(List.of(command("version"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAdditionThatFailsAddsNothing() {
        Commands commands = new Commands(List.of(command("a")));

        assertThatThrownBy(() -> commands.add(List.of(command("b"), command("a"))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(names(commands.list(Vocabulary.RPC))).containsExactly("a");
        assertThat(commands.find(Vocabulary.MI, Octets.of("b"))).isNull();
    }

    @Test
    void commandsMayBeAddedLater() {
        Commands commands = new Commands();
        commands.add(List.of(command("a")));
        commands.add(List.of(command("b")));

        assertThat(names(commands.list(Vocabulary.MI))).containsExactly("a", "b");
    }

    @Test
    void miListsThemAsTheyWereAdded() {
        Commands commands = new Commands(List.of(command("z"), command("r", Vocabulary.RPC)));
        commands.add(List.of(command("a")));

        assertThat(names(commands.asAdded(Vocabulary.MI))).containsExactly("z", "a");
    }
}
