package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.server.Wirechief;

class SilentPeerTest {
    @TempDir
    Path folder;

    @Test
    void leavesAServerThatParksItsRepliesToOthers() throws IOException {
        Target target = Target.parse("unixs:" + folder.resolve("ctl"));
        try (var chief =
                Wirechief.builder().endpoint(Ctl.listening(target.text())).start()) {
            assertThat(chief.doors()).isNotEmpty();
            Contestant alone = Contestant.learning(
                    "calls",
                    new Generator(target, CpuTime.unknown()),
                    Exchange.asking(Dialect.BINRPC, List.of()),
                    new Load(2, 2),
                    Duration.ofSeconds(60));
            Timing timing = new Timing(Duration.ZERO, Duration.ofSeconds(60), 100, Duration.ofSeconds(60));

            Measurement found = alone.beside(() -> SilentPeer.of(target)).run(timing);

            assertThat(found.defects()).isEqualTo(Defects.NONE);
            assertThat(found.replies()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void isNoneWhereTheServerEndsIt() throws IOException {
        Misbehaviour ending = (n, cookie) -> List.of(new byte[0]);
        try (var server = ScriptedServer.open(Carrier.UNIXS, folder, ending)) {
            assertThatThrownBy(() -> SilentPeer.of(server.target()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not wait for a peer that does not read");
        }
    }
}
