package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// `loadmodule "ctl.so"` alone opens the socket that `kamcmd` without `-s` looks for. Both see a
/// `/var/run/kamailio` of their own, in a mount namespace: no server of this machine is met.
class DefaultPathIT {
    private static final String OWN_FOLDER =
            "mkdir -p /var/run/kamailio && mount -t tmpfs tmpfs /var/run/kamailio && exec \"$@\"";

    @Test
    void kamcmdFindsItWithoutAnAddress() throws Exception {
        String unshare = Tool.require("unshare").toString();
        requireMounting(unshare);
        try (TempFolder folder = TempFolder.create()) {
            Path file = Files.writeString(folder.resolve("ctl.cfg"), "loadmodule \"ctl.so\"\n");
            List<String> inside = List.of(unshare, "-m", "sh", "-c", OWN_FOLDER, "sh");
            try (Chief chief = Chief.start(folder, inside, "serve", "--config", file.toString())) {
                assertThat(chief.addresses(1)).containsExactly("unixs:/var/run/kamailio/kamailio_ctl");

                assertThat(kamcmd(chief, "core.echo", "abc")).isEqualTo(new Outcome(0, "abc\n", ""));
                assertThat(kamcmd(chief, "listen").stdout())
                        .isEqualTo("[binrpc] unix_stream: /var/run/kamailio/kamailio_ctl \n");
                chief.term();
                assertThat(chief.outcome().exit()).isZero();
            }
        }
    }

    /// Also where `CI` is set this only skips: a CI may run in a container that may not mount.
    private static void requireMounting(String unshare) throws IOException, InterruptedException {
        Outcome mounting = Outcome.of(new ProcessBuilder(unshare, "-m", "sh", "-c", OWN_FOLDER, "sh", "true"), "");
        if (mounting.exit() != 0) {
            System.out.println("SKIPPED: who may not mount has no /var/run/kamailio of its own: " + mounting.stderr());
            Assumptions.abort(mounting.stderr());
        }
    }

    private static Outcome kamcmd(Chief chief, String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Tool.require("nsenter").toString(),
                "-m",
                "-t",
                Long.toString(chief.pid()),
                Tool.require("kamcmd").toString()));
        line.addAll(List.of(words));
        return Outcome.of(new ProcessBuilder(line), "");
    }
}
