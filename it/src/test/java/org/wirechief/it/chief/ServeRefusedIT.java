package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.client.Client;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;

/// What keeps `chief` from starting: its exit code, its words, and that nothing is left open.
class ServeRefusedIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    @Test
    void aWrongConfiguration() throws Exception {
        Path file = Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%s")
                modparam("ctl", "mdoe", 0660)
                modparam("ctl", "mode", 01000)
                """.formatted(folder.resolve("ctl")));

        Outcome serve = Chief.run(folder, "serve", "--config", file.toString());
        Outcome check = Chief.run(folder, "check", file.toString());

        assertThat(serve.exit()).isEqualTo(2);
        assertThat(serve.stdout()).isEmpty();
        assertThat(serve.stderr().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(file + ":3:") && line.contains("'mdoe'") && line.contains("'mode'"))
                .anyMatch(line -> line.startsWith(file + ":4:") && line.contains("ctl.mode = 512 (octal 01000)"));
        assertThat(check).isEqualTo(serve);
        assertThat(folder.names()).containsExactly("chief.cfg", "stderr", "stdout");
    }

    @Test
    void aRightConfigurationIsOnlyChecked() throws Exception {
        Path file = Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%s")
                """.formatted(folder.resolve("ctl")));

        assertThat(Chief.run(folder, "check", file.toString()))
                .isEqualTo(new Outcome(0, file + ": ok, 1 module\n", ""));
        assertThat(folder.names()).containsExactly("chief.cfg", "stderr", "stdout");
    }

    @Test
    void aFifoWhereNobodyMayCallIsWarnedOf() throws Exception {
        Path file = Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "ctl.so"
                modparam("ctl", "fifo", "/run/lines")
                modparam("ctl", "fifo", "unixs:/run/lines.sock")
                modparam("ctl", "access_groups", "0")
                """);

        assertThat(Chief.run(folder, "check", file.toString()).stderr().lines())
                .singleElement()
                .asString()
                .contains("ctl.fifo = /run/lines: nobody may call there");
    }

    @ParameterizedTest
    @CsvSource({
        "serve --wrong, --wrong",
        "serve --set ctl.binrpc, ctl.binrpc",
        "serve --set clt.mode=0600, 'clt'",
        "serve --config no-such-file, no-such-file",
        "sreve, 'sreve'",
        "demo --twice, --twice"
    })
    void aWrongCommandLine(String words, String named) throws Exception {
        Outcome outcome = Chief.run(folder, words.split(" "));

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.stdout()).isEmpty();
        assertThat(outcome.stderr()).contains(named);
    }

    /// Doors that were open already are closed again.
    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "tcp:127.0.0.1:" + taken.getLocalPort();

            Path first = folder.resolve("first");
            Outcome outcome =
                    Chief.run(folder, "serve", "--set", "ctl.binrpc=unixs:" + first, "--set", "ctl.binrpc=" + address);

            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.stdout()).isEmpty();
            assertThat(outcome.stderr()).contains("cannot bind " + address);
            assertThat(first).doesNotExist();
        }
    }

    @Test
    void aFolderThatIsNotThere() throws Exception {
        Path file = Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%s")
                """.formatted(folder.resolve("none/ctl")));

        Outcome outcome = Chief.run(folder, "serve", "--config", file.toString());

        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.stderr()).contains("cannot bind unixs:" + folder.resolve("none/ctl"));
    }

    /// The socket of a server that lives is not taken from it.
    @Test
    void aSocketThatIsServed() throws Exception {
        try (LiveServer other = LiveServer.start(builder -> builder)) {
            String address = other.address("unixs");

            Outcome outcome = Chief.run(folder, "serve", "--set", "ctl.binrpc=" + address);

            assertThat(outcome.exit()).isEqualTo(3);
            assertThat(outcome.stderr()).contains("cannot bind " + address);
            try (Client client = Client.connect(address)) {
                assertThat(client.call("core.echo", "alive").asText()).isEqualTo("alive");
            }
        }
    }
}
