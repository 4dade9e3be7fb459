package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Execution;
import org.wirechief.core.Vocabulary;

class BuiltInsTest {
    private final FakeServer server = new FakeServer();

    @Test
    void theseAreBuiltIn() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .extracting(CommandSpec::name)
                .containsExactly(
                        "core.arg",
                        "core.echo",
                        "core.flags",
                        "core.info",
                        "core.kill",
                        "core.modules",
                        "core.printi",
                        "core.prints",
                        "core.ps",
                        "core.psa",
                        "core.psx",
                        "core.pwd",
                        "core.runinfo",
                        "core.shmmem",
                        "core.sockets_list",
                        "core.tcp_info",
                        "core.tcp_list",
                        "core.tcp_options",
                        "core.uptime",
                        "core.version",
                        "system.listMethods",
                        "system.methodHelp",
                        "system.methodSignature");
    }

    @Test
    void theyBelongToRpcAlone() {
        assertThat(server.commands.list(Vocabulary.MI)).isEmpty();
    }

    @Test
    void onlyKillTakesMoreThanReading() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .allSatisfy(spec -> assertThat(spec.access())
                        .isEqualTo(spec.name().equals("core.kill") ? Access.ADMIN : Access.READ));
    }

    @Test
    void onlyShmmemMayTakeItsTime() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .filteredOn(spec -> spec.execution() == Execution.BLOCKING)
                .extracting(CommandSpec::name)
                .containsExactly("core.shmmem");
    }

    @Test
    void eachSaysInOneLineWhatItDoes() {
        assertThat(server.commands.list(Vocabulary.RPC))
                .allSatisfy(spec -> assertThat(spec.summary()).matches("[A-Z].{8,98}\\."));
    }
}
