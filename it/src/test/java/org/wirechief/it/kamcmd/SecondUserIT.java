package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.Access;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.Tool;

/// Another user of this machine, `nobody`, calls on Unix sockets: what the file's mode lets in,
/// `access_users` and `access_groups` may still keep out, and `access` may bind.
class SecondUserIT {
    private static final Pattern LINE = Pattern.compile("modparam\\(\"ctl\", \"access_users\", \"(\\w+)\"\\)");

    @BeforeEach
    void requireRoot() {
        Tool.requireRoot("a second user");
    }

    private static LiveServer server(UnaryOperator<Ctl> parameters) throws IOException {
        LiveServer server = LiveServer.onEveryCarrier(builder -> builder.killable(), parameters);
        Files.setPosixFilePermissions(server.folder().path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        return server;
    }

    private static Outcome asNobody(String address, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Tool.require("setpriv").toString(),
                "--reuid=nobody",
                "--regid=nogroup",
                "--clear-groups",
                Kamcmd.path().toString(),
                "-s",
                address));
        line.addAll(List.of(words));
        return Outcome.of(new ProcessBuilder(line), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd"})
    void theModeAloneKeepsThemOut(String transport) throws Exception {
        try (LiveServer server = server(ctl -> ctl)) {
            Outcome outcome = asNobody(server.address(transport), "core.echo", "x");

            assertThat(outcome.exit()).isEqualTo(255);
            assertThat(outcome.stderr()).contains("Permission denied");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd"})
    void theModeAloneLetsThemIn(String transport) throws Exception {
        try (LiveServer server = server(ctl -> ctl.mode(0666))) {
            assertThat(asNobody(server.address(transport), "core.echo", "x")).isEqualTo(Kamcmd.said("x\n"));
        }
    }

    /// The refusal names the line to add, and that line does let them in.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd"})
    void onceUsersAreNamedOthersAreRefused(String transport) throws Exception {
        String named;
        try (LiveServer server = server(ctl -> ctl.mode(0666).accessUsers("daemon"))) {
            String address = server.address(transport);
            Outcome refused = asNobody(address, "core.echo", "x");

            assertThat(refused.stdout()).matches("error: 403 - user \\w+ may not call: .* lets them in\n");
            Matcher line = LINE.matcher(refused.stdout());
            assertThat(line.find()).as(refused.stdout()).isTrue();
            named = line.group(1);
            assertThat(server.statistic("ctl", "refused")).isEqualTo(1);
            assertThat(server.statistic("ctl", "requests")).isZero();
            assertThat(Kamcmd.DEBIANS.at(address, "core.echo", "root")).isEqualTo(Kamcmd.said("root\n"));
        }
        try (LiveServer server = server(ctl -> ctl.mode(0666).accessUsers("daemon", named))) {
            assertThat(asNobody(server.address(transport), "core.echo", "x")).isEqualTo(Kamcmd.said("x\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd"})
    void groupsAreNamedToo(String transport) throws Exception {
        try (LiveServer server = server(ctl -> ctl.mode(0666).accessGroups("daemon"))) {
            assertThat(asNobody(server.address(transport), "core.echo", "x").stdout())
                    .startsWith("error: 403 - ");
        }
        try (LiveServer server = server(ctl -> ctl.mode(0666).accessGroups("nogroup"))) {
            assertThat(asNobody(server.address(transport), "core.echo", "x")).isEqualTo(Kamcmd.said("x\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd"})
    void whoIsLetInMayDoWhatAccessSays(String transport) throws Exception {
        try (LiveServer server =
                server(ctl -> ctl.mode(0666).accessUsers("nobody").access(Access.READ))) {
            String address = server.address(transport);
            assertThat(asNobody(address, "cfg.get", "ctl", "idle_timeout")).isEqualTo(Kamcmd.said("0\n"));
            assertThat(asNobody(address, "cfg.seti", "ctl", "idle_timeout", "5").stdout())
                    .startsWith("error: 403 - command cfg.seti needs write access and you have read")
                    .contains("modparam(\"ctl\", \"access\", \"write\")");
        }
        try (LiveServer server =
                server(ctl -> ctl.mode(0666).accessUsers("nobody").access(Access.WRITE))) {
            String address = server.address(transport);
            assertThat(asNobody(address, "cfg.seti", "ctl", "idle_timeout", "5"))
                    .isEqualTo(Kamcmd.said(""));
            assertThat(asNobody(address, "core.kill").stdout())
                    .startsWith("error: 403 - command core.kill needs admin access and you have write");
        }
    }
}
