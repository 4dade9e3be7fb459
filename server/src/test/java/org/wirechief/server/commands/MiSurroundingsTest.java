package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirechief.server.commands.FakeServer.struct;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Commands;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Value;

class MiSurroundingsTest {
    private final FakeServer server = new FakeServer();

    @Test
    void uptimeTellsTwoDatesAndTheSecondsBetween() {
        server.clock.advance(Duration.ofSeconds(2));

        assertThat(server.mi("uptime").value())
                .isEqualTo(struct(
                        "Now",
                        Ctime.local(server.clock.instant()),
                        "Up since",
                        Ctime.local(FakeServer.STARTED),
                        "Up time",
                        "2 [sec]"));
    }

    /// What opensips-cli looks for: `OpenSIPS \((\d)\.(\d)\.\d`.
    @Test
    void versionIsTheTextThatWasSet() {
        assertThat(server.mi("version").value()).isEqualTo(struct("Server", "OpenSIPS (3.6.8 (x86_64/linux))"));
        assertThat(server.mi("version", "x").value())
                .isEqualTo(struct("Server", "OpenSIPS (3.6.8 (x86_64/linux))", "git", "abc123"));
    }

    @Test
    void aBuildThatWasNotToldItsRevisionSaysSo() {
        Identity identity = new Identity("wirechief", new Build("1.2.3", "unknown", "javac"), "", "us");
        Commands commands = new Commands(List.of(MiSurroundings.version(identity)));

        assertThat(FakeServer.mi(commands, MiNaming.V3, "version", 1).value())
                .isEqualTo(struct("Server", "us", "unknown", "unknown"));
    }

    @Test
    void pwdAndArgTellWhereAndHow() {
        assertThat(server.mi("pwd").value())
                .isEqualTo(struct("WD", Path.of("").toAbsolutePath().toString()));
        assertThat(server.mi("arg").value())
                .isEqualTo(new Value.Arr(List.of(
                        Value.of("chief"), Value.of("serve"), Value.of("--config"), Value.of("/etc/chief.cfg"))));
    }
}
