package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Value;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.standin.StandIns;
import org.wirechief.it.vectors.NotServed;

/// Command lines that were captured with a Kamailio, on a live server of our own: the same output,
/// the same exit status, over Unix stream and TCP.
class KamcmdCasesIT {
    /// What they print is about the server that answers.
    private static final Set<String> OURS = Set.of(
            "?",
            "core.info",
            "core.modules",
            "core.ps",
            "core.sockets_list",
            "core.tcp_options",
            "core.uptime",
            "ctl.listen",
            "ctl.who",
            "help",
            "listen",
            "ls",
            "ps",
            "psx",
            "who");

    static Stream<Arguments> overUnixStream() {
        return comparable().flatMap(KamcmdCasesIT::ofBoth);
    }

    static Stream<Arguments> overTcp() {
        return comparable()
                .filter(captured -> captured.words().contains(CapturedCase.UNIX))
                .flatMap(KamcmdCasesIT::ofBoth);
    }

    private static Stream<Arguments> ofBoth(CapturedCase captured) {
        return Stream.of(Kamcmd.values())
                .map(kamcmd -> Arguments.argumentSet(kamcmd + " " + captured, kamcmd, captured));
    }

    /// Those that need no sound server: wrong options, addresses that lead nowhere; and the other
    /// carriers.
    static Stream<Arguments> withAnyAddress() {
        return CapturedCase.all()
                .filter(captured -> !captured.isVolatile() && !captured.hasServer())
                .flatMap(KamcmdCasesIT::ofBoth)
                // ours takes IPv6 addresses (docs/interpretation.md)
                .filter(args -> !(args.get()[0] == Kamcmd.OURS
                        && ((CapturedCase) args.get()[1]).words().contains("tcp:[::1]:22049")));
    }

    @ParameterizedTest
    @MethodSource
    void withAnyAddress(Kamcmd kamcmd, CapturedCase captured) throws IOException, InterruptedException {
        try (TempFolder folder = TempFolder.create();
                LiveServer server = LiveServer.start(
                        world()::addTo,
                        ctl -> ctl.binrpc("unixd:" + folder.resolve("ctl.d")).udp("127.0.0.1", 0))) {
            String udp = server.address("udp");
            UnaryOperator<String> here = text -> text.replace(CapturedCase.TCP, server.address("tcp"))
                    .replace("127.0.0.1:22049", udp.substring("udp:".length()))
                    .replace("/tmp/kam/run", folder.path().toString());
            List<String> words = captured.words().stream().map(here).toList();

            assertThat(kamcmd.run(words))
                    .isEqualTo(new Outcome(captured.exit(), captured.stdout(), here.apply(captured.stderr())));
            assertThat(folder.names()).containsExactly("ctl.d");
        }
    }

    /// Those whose output another server can have to the byte, help about kamcmd's own words
    /// included.
    private static Stream<CapturedCase> comparable() {
        return CapturedCase.all()
                .filter(CapturedCase::hasServer)
                .filter(captured -> !isAboutTheServer(captured))
                .filter(captured -> !NotServed.covers(called(captured.command())));
    }

    private static boolean isAboutTheServer(CapturedCase captured) {
        boolean aboutKamcmd = captured.stdout().contains(" is an alias for ")
                || captured.stdout().startsWith("builtin command: ");
        return captured.isVolatile() || (OURS.contains(captured.command()) && !aboutKamcmd);
    }

    /// An alias of kamcmd for a command it may be, `dns_mem_info`.
    private static String called(String command) {
        return command.startsWith("dns_") ? "dns." + command.substring("dns_".length()) : command;
    }

    @ParameterizedTest
    @MethodSource
    void overUnixStream(Kamcmd kamcmd, CapturedCase captured) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            assertThat(kamcmd.run(here(captured, server))).isEqualTo(expected(captured, server));
        }
    }

    private static List<String> here(CapturedCase captured, LiveServer server) {
        String path = server.address("unixs").substring("unixs:".length());
        return captured.words().stream()
                .map(word -> word.equals(CapturedCase.TCP)
                        ? server.address("tcp")
                        : word.replace(CapturedCase.UNIX_PATH, path))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void overTcp(Kamcmd kamcmd, CapturedCase captured) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            assertThat(kamcmd.run(captured.at(server.address("tcp")))).isEqualTo(expected(captured, server));
        }
    }

    static Stream<CapturedCase> aboutTheServer() {
        return CapturedCase.all().filter(CapturedCase::hasServer).filter(KamcmdCasesIT::isAboutTheServer);
    }

    /// What they print was never captured of this server, but is the same of both programs.
    @ParameterizedTest
    @MethodSource
    void aboutTheServer(CapturedCase captured) throws IOException, InterruptedException {
        try (LiveServer server = server()) {
            for (List<String> words : List.of(here(captured, server), captured.at(server.address("tcp")))) {
                Outcome outcome = BothKamcmds.run(words);

                assertThat(outcome.exit()).isEqualTo(captured.exit());
                assertThat(outcome.stdout()).isNotEmpty();
                assertThat(outcome.stderr()).isEmpty();
            }
        }
    }

    private static Outcome expected(CapturedCase captured, LiveServer server) {
        String own = captured.words().getLast().equals("cfg.list") ? ownSettings(server) : "";
        return new Outcome(captured.exit(), own + captured.stdout(), captured.stderr());
    }

    /// Those that the test did not add are listed before those it did.
    private static String ownSettings(LiveServer server) {
        return server.chief().settings().list().stream()
                .filter(setting ->
                        setting.group().equals("server") || setting.group().equals("ctl"))
                .map(setting -> setting.group() + ": " + setting.name() + "\n")
                .collect(Collectors.joining());
    }

    private static LiveServer server() throws IOException {
        return LiveServer.start(world()::addTo);
    }

    private static StandIns world() {
        StandIns world = new StandIns();
        world.settings.set("core", "debug", Value.of(2));
        world.htables.create("t", 16, 7200);
        world.htables.create("big", 256, 0);
        world.htables.create("a", 16, 0);
        world.htables.place("a", 3, "k2", Value.of(55));
        world.htables.place("a", 6, "k1", Value.of("v1"));
        return world;
    }
}
