package org.wirechief.cli.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.cli.Cli;
import org.wirechief.cli.command.Stdio;

class KamcmdShellTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeReadHasEnded() throws Exception {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        Path node = folder.resolve("node");
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Stdio stdio = new Stdio(
                closed, out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(), Stdio.Terminals.NONE);

        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(node));
            assertThat(Cli.with(List.of()).run(List.of("kamcmd", "-s", "unixs:" + node), stdio))
                    .isZero();
        }

        assertThat(err).hasToString("");
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\nkamcmd> ");
    }
}
