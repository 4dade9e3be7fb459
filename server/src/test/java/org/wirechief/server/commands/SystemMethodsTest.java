package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;
import org.wirechief.core.Vocabulary;

class SystemMethodsTest {
    private final FakeServer server = new FakeServer();

    private static void assertFault(TreeReply reply, int code, String reason) {
        assertThatThrownBy(reply::value).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(fault.isAboutArgument()).isFalse();
        });
    }

    @Test
    void listMethodsListsNamesInByteOrderWithoutAliases() {
        server.commands.add(List.of(
                CommandSpec.named("core.psb").alias("ab").run((_, _) -> {}),
                CommandSpec.named("Z").run((_, _) -> {}),
                CommandSpec.named("ps_mi").vocabulary(Vocabulary.MI).run((_, _) -> {})));

        List<String> names = server.call("system.listMethods").values().stream()
                .map(Value::asText)
                .toList();

        assertThat(names).startsWith("Z", "cfg.add_group_inst").endsWith("system.methodSignature");
        assertThat(names).containsSubsequence("core.psa", "core.psb", "core.psx");
        assertThat(names).doesNotContain("ab", "ps_mi").hasSize(59);
    }

    @Test
    void listMethodsSeesWhatIsAddedLater() {
        int before = server.call("system.listMethods").values().size();
        server.commands.add(List.of(CommandSpec.named("demo.late").run((_, _) -> {})));

        assertThat(server.call("system.listMethods").values())
                .hasSize(before + 1)
                .contains(Value.of("demo.late"));
    }

    @Test
    void methodHelpSaysWhatACommandDoes() {
        server.commands.add(
                List.of(CommandSpec.named("demo").summary("Does it.").alias("d").run((_, _) -> {})));

        assertThat(server.call("system.methodHelp", Value.of("demo")).values()).containsExactly(Value.of("Does it."));
        assertThat(server.call("system.methodHelp", Value.of("d")).values()).containsExactly(Value.of("Does it."));
    }

    @Test
    void aCommandWithoutSummaryIsUndocumented() {
        server.commands.add(List.of(CommandSpec.named("demo").run((_, _) -> {})));

        assertThat(server.call("system.methodHelp", Value.of("demo")).value()).isEqualTo(Value.of("undocumented"));
    }

    @Test
    void methodSignatureShowsEachWayToCallACommand() {
        server.commands.add(List.of(CommandSpec.named("demo")
                .or()
                .param("group", ParamType.TEXT)
                .optional("n", ParamType.INTEGER)
                .run((_, _) -> {})));

        assertThat(server.call("system.methodSignature", Value.of("demo")).values())
                .containsExactly(Value.of("demo"), Value.of("demo group:text [n:integer]"));
        assertThat(server.call("system.methodSignature", Value.of("core.echo")).value())
                .isEqualTo(Value.of("core.echo [value:any ...]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system.methodHelp", "system.methodSignature"})
    void anUnknownNameIsNotFound(String method) {
        server.commands.add(
                List.of(CommandSpec.named("mi").vocabulary(Vocabulary.MI).run((_, _) -> {})));

        assertFault(server.call(method, Value.of("nope")), 400, "command not found");
        assertFault(server.call(method, Value.of("mi")), 400, "command not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system.methodHelp", "system.methodSignature"})
    void aMissingNameIsAskedFor(String method) {
        assertFault(server.call(method), 400, "Method Name Expected");
        assertFault(server.call(method, Value.of(5)), 400, "Method Name Expected");
    }
}
