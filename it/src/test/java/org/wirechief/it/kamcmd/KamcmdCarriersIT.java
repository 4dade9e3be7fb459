package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;

/// The real kamcmd over every carrier of `ctl`, and the commands that show and change the server.
final class KamcmdCarriersIT {
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
    @ValueSource(strings = {"unixs", "unixd", "tcp", "udp"})
    void answersFaultsAndBlockingCommandsOverEveryCarrier(String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            assertThat(Kamcmd.DEBIANS.at(address, "core.echo", "abc", "5")).isEqualTo(Kamcmd.said("abc\n5\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "demo.wait")).isEqualTo(Kamcmd.said("waited\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "no.such"))
                    .isEqualTo(Kamcmd.said("error: 500 - command no.such not found\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "listen").stdout()).hasLineCount(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd", "tcp", "udp"})
    void settingsAreShownAndChanged(String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            assertThat(Kamcmd.DEBIANS.at(address, "cfg.get", "ctl", "idle_timeout"))
                    .isEqualTo(Kamcmd.said("0\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "cfg.seti", "ctl", "idle_timeout", "60"))
                    .isEqualTo(Kamcmd.said(""));
            assertThat(Kamcmd.DEBIANS.at(address, "cfg.get", "ctl", "idle_timeout"))
                    .isEqualTo(Kamcmd.said("60\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "cfg.list", "server"))
                    .isEqualTo(Kamcmd.said("server: log_level\nserver: shutdown_timeout\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "cfg.seti", "server", "log_level", "9"))
                    .isEqualTo(Kamcmd.said("error: 400 - Failed to set the variable: "
                            + "server.log_level = 9: allowed are 0 to 7\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd", "tcp", "udp"})
    void countersCountWhatHappened(String transport) throws Exception {
        try (LiveServer server = server()) {
            String address = server.address(transport);
            Kamcmd.DEBIANS.at(address, "no.such");
            assertThat(Kamcmd.DEBIANS.at(address, "cnt.get", "ctl", "errors")).isEqualTo(Kamcmd.said("1\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "stats.get_statistics", "errors"))
                    .isEqualTo(Kamcmd.said("ctl:errors = 1\n"));
            assertThat(Kamcmd.DEBIANS.at(address, "cnt.grps_list"))
                    .isEqualTo(Kamcmd.said("shmem\ncore\nnet\nserver\ncache\nctl\nload\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd", "tcp", "udp"})
    void readersMayReadButNotKill(String transport) throws Exception {
        try (LiveServer server =
                LiveServer.onEveryCarrier(builder -> builder.killable(), ctl -> ctl.access(Access.READ))) {
            String address = server.address(transport);
            Outcome refused = Kamcmd.DEBIANS.at(address, "core.kill");
            assertThat(refused.stdout())
                    .startsWith("error: 403 - command core.kill needs admin access and you have read")
                    .contains("modparam(\"ctl\", \"access\", \"admin\")");
            assertThat(Kamcmd.DEBIANS.at(address, "core.echo", "x")).isEqualTo(Kamcmd.said("x\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void addressesThatAreNotAllowedAreToldOnceHowTo(String transport) throws Exception {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl.allowFrom("192.0.2.0/24"))) {
            assertThat(Kamcmd.DEBIANS.at(server.address(transport), "core.echo", "x"))
                    .isEqualTo(Kamcmd.said("error: 403 - 127.0.0.1 may not call: "
                            + "modparam(\"ctl\", \"allow_from\", \"127.0.0.1\") lets it in\n"));
            assertThat(Kamcmd.DEBIANS.at(server.address("unixs"), "cnt.get", "ctl", "refused"))
                    .isEqualTo(Kamcmd.said("1\n"));
        }
    }
}
