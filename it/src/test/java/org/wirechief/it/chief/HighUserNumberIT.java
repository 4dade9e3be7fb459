package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// A user whose number is 2^31 or more, as user namespaces give out, which Java takes for one below
/// zero.
class HighUserNumberIT {
    private static final long HIGH = 3_000_000_000L;

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private List<String> asThatUser;

    @BeforeEach
    void become() throws IOException {
        Tool.requireRoot("a second user");
        Files.setAttribute(folder.path(), "unix:uid", (int) HIGH);
        asThatUser =
                List.of(Tool.require("setpriv").toString(), "--reuid=" + HIGH, "--regid=" + HIGH, "--clear-groups");
    }

    private Outcome chief(String... words) throws Exception {
        TempFolder own = TempFolder.create();
        try (own;
                Chief chief = Chief.start(own, asThatUser, words)) {
            return chief.outcome();
        }
    }

    @Test
    void servesFromItsOwnDirectoryAndIsAnswered() throws Exception {
        Path fifo = folder.resolve("fifo");
        Path config = Files.writeString(folder.resolve("config"), """
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%s")
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%s")
                modparam("server", "audit", "all")
                """.formatted(folder.resolve("ctl"), fifo));
        try (Chief server = Chief.start(folder, asThatUser, "serve", "--config", config.toString())) {
            String ctl = server.addresses(2).getFirst();

            assertThat(chief("call", "-s", ctl, "core.echo", "x").stdout()).isEqualTo("x\n");
            Outcome overFifo = chief("call", "-s", "fifo:" + fifo, "pwd");
            assertThat(overFifo.stderr()).isEmpty();
            assertThat(overFifo.exit()).isZero();
            Outcome examined = chief("doctor", ctl);
            assertThat(examined.stderr()).isEmpty();
            assertThat(examined.stdout()).contains("ok    you, uid 3000000000 (");
            server.term();
            assertThat(server.outcome().stderr()).contains("user 3000000000: core.echo ok");
        }
    }
}
