package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;

/// Both programs over every carrier of `ctl`, and the commands that show and change the server.
final class KamcmdCarriersIT {
    static Stream<Arguments> overEveryCarrier() {
        return Stream.of("unixs", "unixd", "tcp", "udp").flatMap(KamcmdCarriersIT::ofBoth);
    }

    static Stream<Arguments> overTheNetwork() {
        return Stream.of("tcp", "udp").flatMap(KamcmdCarriersIT::ofBoth);
    }

    private static Stream<Arguments> ofBoth(String transport) {
        return Stream.of(Kamcmd.values()).map(kamcmd -> Arguments.of(kamcmd, transport));
    }

    private static LiveServer server() throws IOException {
        return LiveServer.onEveryCarrier(
                builder -> builder.killable()
                        .command(CommandSpec.named("demo.wait").blocking().run((_, reply) -> {
                            Thread.sleep(50);
                            reply.add("waited");
                        })),
                ctl -> ctl);
    }

    @ParameterizedTest
    @MethodSource("overEveryCarrier")
    void answersFaultsAndBlockingCommandsOverEveryCarrier(Kamcmd kamcmd, String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            assertThat(kamcmd.at(address, "core.echo", "abc", "5")).isEqualTo(Kamcmd.said("abc\n5\n"));
            assertThat(kamcmd.at(address, "demo.wait")).isEqualTo(Kamcmd.said("waited\n"));
            assertThat(kamcmd.at(address, "no.such"))
                    .isEqualTo(Kamcmd.said("error: 500 - command no.such not found\n"));
            assertThat(kamcmd.at(address, "listen")).isEqualTo(Kamcmd.said(doors(server)));
        }
    }

    private static String doors(LiveServer server) {
        return server.chief().doors().stream()
                .map(door -> door.address()
                        .replaceFirst("^unixs:(.*)", "unix_stream: $1 ")
                        .replaceFirst("^unixd:(.*)", "unix_dgram: $1 ")
                        .replaceFirst("^(tcp|udp):([^:]*):", "$1: $2 "))
                .map(line -> "[binrpc] " + line + "\n")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("overEveryCarrier")
    void settingsAreShownAndChanged(Kamcmd kamcmd, String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            assertThat(kamcmd.at(address, "cfg.get", "ctl", "idle_timeout")).isEqualTo(Kamcmd.said("0\n"));
            assertThat(kamcmd.at(address, "cfg.seti", "ctl", "idle_timeout", "60"))
                    .isEqualTo(Kamcmd.said(""));
            assertThat(kamcmd.at(address, "cfg.get", "ctl", "idle_timeout")).isEqualTo(Kamcmd.said("60\n"));
            assertThat(kamcmd.at(address, "cfg.list", "server"))
                    .isEqualTo(Kamcmd.said("server: log_level\nserver: shutdown_timeout\n"));
            assertThat(kamcmd.at(address, "cfg.seti", "server", "log_level", "9"))
                    .isEqualTo(Kamcmd.said("error: 400 - Failed to set the variable: "
                            + "server.log_level = 9: allowed are 0 to 7\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("overEveryCarrier")
    void countersCountWhatHappened(Kamcmd kamcmd, String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            kamcmd.at(address, "no.such");
            assertThat(kamcmd.at(address, "cnt.get", "ctl", "errors")).isEqualTo(Kamcmd.said("1\n"));
            assertThat(kamcmd.at(address, "stats.get_statistics", "errors")).isEqualTo(Kamcmd.said("ctl:errors = 1\n"));
            assertThat(kamcmd.at(address, "cnt.grps_list"))
                    .isEqualTo(Kamcmd.said("shmem\ncore\nnet\nserver\ncache\nctl\nload\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("overEveryCarrier")
    void readersMayReadButNotKill(Kamcmd kamcmd, String transport) throws Exception {
        try (LiveServer server =
                LiveServer.onEveryCarrier(builder -> builder.killable(), ctl -> ctl.access(Access.READ))) {
            String address = server.address(transport);
            Outcome refused = kamcmd.at(address, "core.kill");
            assertThat(refused.stdout())
                    .startsWith("error: 403 - command core.kill needs admin access and you have read")
                    .contains("modparam(\"ctl\", \"access\", \"admin\")");
            assertThat(kamcmd.at(address, "core.echo", "x")).isEqualTo(Kamcmd.said("x\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("overTheNetwork")
    void addressesThatAreNotAllowedAreToldOnceHowTo(Kamcmd kamcmd, String transport) throws Exception {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl.allowFrom("192.0.2.0/24"))) {
            assertThat(kamcmd.at(server.address(transport), "core.echo", "x"))
                    .isEqualTo(Kamcmd.said("error: 403 - 127.0.0.1 may not call: "
                            + "modparam(\"ctl\", \"allow_from\", \"127.0.0.1\") lets it in\n"));
            assertThat(kamcmd.at(server.address("unixs"), "cnt.get", "ctl", "refused"))
                    .isEqualTo(Kamcmd.said("1\n"));
        }
    }
}
