package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Vocabulary;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;

/// Both programs call every command this server has, over Unix stream and TCP, and print the same.
class KamcmdCommandsIT {
    static Stream<Arguments> everyCommand() {
        return Stream.of(Printed.NO_ARGUMENTS, Printed.SOCKETS, Printed.ARGUMENTS)
                .flatMap(List::stream)
                .flatMap(printed -> Stream.of("unixs", "tcp").map(transport -> Arguments.of(transport, printed)));
    }

    @ParameterizedTest
    @MethodSource
    void everyCommand(String transport, Printed printed) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            String[] words = printed.words().toArray(String[]::new);

            Outcome outcome = BothKamcmds.at(server.address(transport), words);

            assertThat(outcome.stdout()).matches(here(printed.stdout(), server));
            assertThat(outcome.stderr()).isEmpty();
            assertThat(outcome.exit()).isZero();
        }
    }

    /// So that a new command cannot be forgotten above.
    @Test
    void noCommandIsLeftOut() throws IOException {
        try (LiveServer server = server()) {
            List<String> called = Stream.concat(
                            everyCommand()
                                    .map(arguments -> (Printed) arguments.get()[1])
                                    .map(p -> p.words().getFirst()),
                            Stream.of("core.tcp_list", "core.tcp_options", "ctl.who", "system.listMethods"))
                    .toList();

            // cfg.*, cnt.* and stats.* are called in KamcmdCarriersIT.
            assertThat(called)
                    .containsAll(names(server).stream()
                            .filter(name -> !name.matches("(cfg|cnt|stats)\\..*"))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void commandsAreListed(String transport) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            String names = names(server).stream().map(name -> name + "\n").collect(Collectors.joining());

            for (String word : List.of("system.listMethods", "list", "ls")) {
                assertThat(BothKamcmds.at(server.address(transport), word)).isEqualTo(Kamcmd.said(names));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "?"})
    void helpListsCommandsThenAliases(String word) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            Outcome outcome = BothKamcmds.at(server.address("unixs"), word);

            assertThat(outcome.stdout()).startsWith(String.join("\n", names(server)) + "\nalias: ps\n");
            assertThat(outcome.exit()).isZero();
        }
    }

    @Test
    void whoOverUnixStream() throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            String path = server.address("unixs").substring("unixs:".length());
            String row = "[binrpc] unix_stream: <anonymous unix socket>  -> " + path + " \n";

            assertThat(BothKamcmds.at(server.address("unixs"), "who")).isEqualTo(Kamcmd.said(row));
        }
    }

    @Test
    void whoOverTcp() throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            Outcome outcome = BothKamcmds.at(server.address("tcp"), "who");

            assertThat(outcome.stdout())
                    .matches(here("\\[binrpc] tcp: 127\\.0\\.0\\.1 \\d+ -> 127\\.0\\.0\\.1 $PORT\n", server));
            assertThat(outcome.exit()).isZero();
        }
    }

    @Test
    void tcpConnections() throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            assertThat(BothKamcmds.at(server.address("unixs"), "core.tcp_list")).isEqualTo(Kamcmd.said(""));
            assertThat(BothKamcmds.at(server.address("tcp"), "core.tcp_list").stdout())
                    .matches(here(
                            Printed.struct(
                                    "id: \\d+",
                                    "type: TCP",
                                    "state: CONN_OK",
                                    "timeout: 0",
                                    "lifetime: 0",
                                    "ref_count: 1",
                                    "src_ip: 127\\.0\\.0\\.1",
                                    "src_port: \\d+",
                                    "dst_ip: 127\\.0\\.0\\.1",
                                    "dst_port: $PORT"),
                            server));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "tcp"})
    void tcpOptions(String transport) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            Outcome outcome = BothKamcmds.at(server.address(transport), "core.tcp_options");

            assertThat(outcome.stdout()).matches("\\{\n(\t[a-z_0-9()]+: \\d+\n){23}}\n");
            assertThat(outcome.stdout()).contains("\tmax_connections(soft): 128\n", "\tno_connect: 1\n");
        }
    }

    @Test
    void asManyArgumentsAsKamcmdAllows() throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            assertThat(BothKamcmds.at(server.address("unixs"), numbers(256))).isEqualTo(Kamcmd.said("1\n".repeat(256)));
            assertThat(BothKamcmds.at(server.address("unixs"), numbers(257)))
                    .isEqualTo(new Outcome(255, "", "ERROR: too many args 257, only 256 allowed\n"));
        }
    }

    private static String[] numbers(int count) {
        return Stream.concat(Stream.of("core.printi"), Collections.nCopies(count, "1").stream())
                .toArray(String[]::new);
    }

    @Test
    void verbose() throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            Outcome outcome = BothKamcmds.at(server.address("tcp"), "-vv", "core.echo", "abc");

            assertThat(outcome.stdout()).matches("new packet: type 01, len 5, cookie [0-9a-f]+\nabc\n\\.\n");
        }
    }

    @Test
    void nobodyThere() throws IOException, InterruptedException {
        String address;
        try (LiveServer server = server()) {
            address = server.address("tcp");
        }

        assertThat(BothKamcmds.at(address, "core.version"))
                .isEqualTo(new Outcome(255, "", "ERROR: connect: Connection refused\n"));
    }

    private static LiveServer server() throws IOException {
        return LiveServer.start(
                builder -> builder.arguments(List.of("chief", "serve")).killable());
    }

    private static List<String> names(LiveServer server) {
        return server.chief().commands().list(Vocabulary.RPC).stream()
                .map(CommandSpec::name)
                .toList();
    }

    private static String here(String expression, LiveServer server) {
        String tcp = server.address("tcp");
        return expression
                .replace("$UNIX", server.address("unixs").substring("unixs:".length()))
                .replace("$PORT", tcp.substring(tcp.lastIndexOf(':') + 1));
    }
}
