package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuTimeTest {
    @TempDir
    Path folder;

    @Test
    void addsUserAndSystemTimeOfAllProcesses() throws IOException {
        Path first = stat("first", "25 (kamailio) S 1 25 25 0 -1 4194304 900 80 7 8 120 30 5000 6000 20 0 1 0 7 9");
        Path second = stat("second", "26 (ctl) S) x) R 25 25 25 0 -1 4194304 900 80 7 8 5 6 700 800 20 0 1 0 7 9");

        assertThat(new CpuTime(List.of(first, second)).nanos()).isEqualTo((120 + 30 + 5 + 6) * 10_000_000L);
    }

    @Test
    void saysWhenAProcessHasEnded() {
        assertThatThrownBy(() -> new CpuTime(List.of(folder.resolve("gone"))).nanos())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a process of the server has ended");
    }

    @Test
    void seesWorkOfThisProcess() throws IOException {
        CpuTime self = CpuTime.ofThisProcess();
        long before = self.nanos();

        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .until(() -> work() != 0 && self.nanos() > before);
    }

    @Test
    void takesChildrenIn() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sh -c 'while :; do :; done' & wait").start();
        try {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> CpuTime.ofTree(parent.toHandle()).nanos() >= 50_000_000L);
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
    }

    private static long work() {
        long sum = 1;
        for (int i = 0; i < 1_000_000; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }

    private Path stat(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n");
    }
}
