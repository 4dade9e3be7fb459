package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.ParamType;
import org.wirechief.core.Vocabulary;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.OwnSockets;
import org.wirechief.endpoint.SourceGuards;
import org.wirechief.endpoint.Taps;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.server.commands.FakeServer;

class CommandReferenceTest {
    private static final Path FILE = Path.of("../docs/commands.md");

    private static final String INTRODUCTION = """
            # Commands

            What a server answers by itself. A caller needs the level named: `read` < `write` < `admin`.
            `core.kill` and `kill` are there when the server was started by `chief`, and when an embedding program
            asks for them; `ctl.*` where module `ctl` is loaded. Where answers differ from Kamailio's and
            OpenSIPS's is in [interpretation.md](interpretation.md).

            Parameters are `name:type`; those in brackets may be left out, and `...` may be repeated.

            <!-- Rendered from the commands; do not edit. To render it again:
            ./mvnw test -pl server -am -Dtest=CommandReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Drender -->

            ## RPC

            As `kamcmd` and other BINRPC clients call them, with Kamailio's names.

            """;

    private static final String MI = """

            ## MI

            As `opensips-cli`, `opensipsctl` and other clients of `mi_datagram` call them, with OpenSIPS's names.
            Text and positional JSON parameters stand in this order, named ones have these names; a parameter with
            `...` is one array in JSON.

            """;

    private static String table(Vocabulary vocabulary) {
        return CommandReference.table(Stream.concat(new FakeServer().builtIns(true).stream(), commandsOfCtl())
                .filter(spec -> spec.vocabulary() == vocabulary)
                .toList());
    }

    private static Stream<CommandSpec> commandsOfCtl() {
        Host host = new Host(
                new Dispatch(new Commands(), List.of()),
                new Events(),
                InstantSource.system(),
                InstantSource.system(),
                Duration.ofDays(1),
                _ -> {},
                new OwnSockets(),
                new SourceGuards(),
                new Taps());
        return Ctl.MODULE.initial().in(host).exports().commands().stream();
    }

    @Test
    void theCommittedReferenceIsWhatTheCommandsSay() throws IOException {
        String rendered = INTRODUCTION + table(Vocabulary.RPC) + MI + table(Vocabulary.MI);
        if (System.getProperty("render") != null) {
            Files.writeString(FILE, rendered);
        }

        assertThat(FILE)
                .as("docs/commands.md is not what the commands say; it tells how to render it again")
                .hasContent(rendered);
    }

    @Test
    void aRowTellsHowToCallACommand() {
        CommandSpec spec = CommandSpec.named("demo.set")
                .summary("Sets a|b.")
                .param("name", ParamType.TEXT)
                .or()
                .param("name", ParamType.TEXT)
                .repeated("value", ParamType.ANY)
                .example("x 5")
                .access(Access.WRITE)
                .run((_, _) -> {});

        assertThat(CommandReference.table(List.of(spec))).isEqualTo("""
                | command | parameters | level | what it does | example |
                |---|---|---|---|---|
                | `demo.set` | `name:text` or `name:text [value:any ...]` | write | Sets a\\|b. | `demo.set x 5` |
                """);
    }

    @Test
    void rowsAreInOrderOfNames() {
        CommandSpec b = CommandSpec.named("b").run((_, _) -> {});
        CommandSpec a = CommandSpec.named("a").run((_, _) -> {});

        assertThat(CommandReference.table(List.of(b, a))).endsWith("""
                | `a` | none | read |  | `a` |
                | `b` | none | read |  | `b` |
                """);
    }
}
