package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Value;

class SurroundingsTest {
    private final FakeServer server = new FakeServer();

    @Test
    void pwdIsWhereTheKernelSeesThisProcess() throws IOException {
        Path real = Files.readSymbolicLink(Path.of("/proc/self/cwd"));

        assertThat(server.call("core.pwd").values()).containsExactly(Value.of(real.toString()));
    }

    @Test
    void argIsTheCommandLineWordByWord() {
        assertThat(server.call("core.arg").values())
                .containsExactly(
                        Value.of("chief"), Value.of("serve"), Value.of("--config"), Value.of("/etc/chief.cfg"));
    }
}
