package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
    @TempDir
    Path folder;

    @Test
    void endsItsChildrenToo() throws IOException {
        Path pids = folder.resolve("pids");
        String script =
                "trap '' TERM; sh -c 'trap \"\" TERM; while :; do sleep 1; done' & echo $$ $! >" + pids + "; wait";
        ServerProcess server = ServerProcess.start("stubborn", List.of("sh", "-c", script), folder, Map.of());
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.exists(pids) && Files.size(pids) > 2);

        server.close();

        for (String pid : Files.readString(pids).strip().split(" ")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> hasEnded(Long.parseLong(pid)));
        }
    }

    @Test
    void saysWhatTheServerSaidLast() throws IOException {
        List<String> command = List.of("sh", "-c", "echo cannot bind; exit 3");
        var target = Map.of(Carrier.UNIXS, Target.parse("unixs:" + folder.resolve("none")));
        try (ServerProcess server = ServerProcess.start("broken", command, folder, target)) {
            assertThatThrownBy(() -> server.ready(Duration.ofMinutes(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken has ended with 3")
                    .hasMessageContaining("cannot bind");
        }
    }

    /// A zombie without a parent that takes note of it has ended as well.
    private static boolean hasEnded(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.readString(stat).contains(") Z ");
        } catch (java.nio.file.NoSuchFileException e) {
            return true;
        }
    }
}
