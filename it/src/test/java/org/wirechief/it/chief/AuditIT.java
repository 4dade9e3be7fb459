package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.client.Client;
import org.wirechief.client.RemoteFault;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.TempFolder;

/// Who did what stands in the log: a line a call, without arguments unless they are asked for. And
/// the level of the log changes while the server runs.
class AuditIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    /// Runs a server with these settings, calls it, and gives the lines of its audit log.
    private List<String> audited(String... settings) throws Exception {
        List<String> words = new ArrayList<>(List.of("serve"));
        words.add("--set=ctl.binrpc=unixs:" + folder.resolve("ctl"));
        words.addAll(
                List.of(settings).stream().map(setting -> "--set=" + setting).toList());
        try (Chief chief = Chief.start(folder, words.toArray(String[]::new))) {
            try (Client client = Client.connect(chief.addresses(1).getFirst())) {
                client.callForAll("core.echo", "word1", "two words");
                client.callForAll("cfg.seti", "ctl", "idle_timeout", 71);
                assertThatThrownBy(() -> client.callForAll("cfg.seti", "ctl", "nothing", 72))
                        .isInstanceOf(RemoteFault.class);
            }
            chief.term();
            return chief.outcome()
                    .stderr()
                    .lines()
                    .filter(line -> line.contains("audit: "))
                    .toList();
        }
    }

    private static String line(String command, String result) {
        return "<6>audit: ctl unix_stream user \\w+: " + command + " " + result + " \\d+\\.\\d ms";
    }

    @Test
    void changesAreAuditedWithoutArguments() throws Exception {
        List<String> lines = audited();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).matches(line("cfg.seti", "ok"));
        assertThat(lines.getLast()).matches(line("cfg.seti", "fault"));
    }

    @Test
    void allCallsWithTheirArgumentsOnDemand() throws Exception {
        List<String> lines = audited("server.audit=all", "server.audit_arguments=1");

        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).matches(line("core.echo word1 \"two words\"", "ok"));
        assertThat(lines.get(1)).matches(line("cfg.seti ctl idle_timeout 71", "ok"));
    }

    @Test
    void nothingOnDemand() throws Exception {
        assertThat(audited("server.audit=off")).isEmpty();
    }

    @Test
    void refusalsAreAudited() throws Exception {
        int port = FreePort.tcp();
        try (Chief chief = Chief.start(
                folder, "serve", "--set=ctl.binrpc=tcp:127.0.0.1:" + port, "--set=ctl.allow_from=192.0.2.1")) {
            try (Client client = Client.connect(chief.addresses(1).getFirst())) {
                assertThatThrownBy(() -> client.callForAll("core.echo", "x")).hasMessageContaining("may not call");
            }
            chief.term();
            assertThat(chief.outcome().stderr()).contains("<4>audit: ctl tcp 127.0.0.1: 403 127.0.0.1 may not call");
        }
    }

    @Test
    void theLogLevelChangesWhileItRuns() throws Exception {
        try (Chief chief = Chief.start(folder, "serve", "--set=ctl.binrpc=unixs:" + folder.resolve("ctl"))) {
            try (Client client = Client.connect(chief.addresses(1).getFirst())) {
                client.callForAll("cfg.seti", "ctl", "idle_timeout", 71);
                client.callForAll("cfg.seti", "server", "log_level", 4);
                client.callForAll("cfg.seti", "ctl", "idle_timeout", 72);
                client.callForAll("cfg.seti", "server", "log_level", 6);
            }
            chief.term();
            assertThat(chief.outcome().stderr().lines().filter(line -> line.contains("audit: ")))
                    .hasSize(2);
        }
    }
}
