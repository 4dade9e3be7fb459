package org.wirechief.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.it.live.Outcome;

/// What the launchers take for the memory of a machine, from files as Linux keeps them.
class HeapBoundTest {
    private static final Path OPTIONS = Path.of("..", "bin", "java-options").toAbsolutePath();

    @TempDir
    Path machine;

    @BeforeEach
    void ofSixteenGigabytes() throws IOException {
        write("proc/meminfo", "MemTotal:       16384000 kB\nMemFree:         1000000 kB\n");
    }

    @Test
    void aSmallMachineKeepsTheChoiceOfTheJvm() throws Exception {
        write("proc/meminfo", "MemTotal:        1024000 kB\nSwapTotal:      99999999 kB\n");

        assertThat(bounded()).isFalse();
    }

    @Test
    void aLargeMachineBoundsTheHeap() throws Exception {
        assertThat(bounded()).isTrue();

        write("proc/self/cgroup", "0::/system.slice/wirechief.service\n");
        write("sys/fs/cgroup/system.slice/wirechief.service/memory.max", "max\n");

        assertThat(bounded()).isTrue();
    }

    @Test
    void aLimitOfAnyGroupAboveCounts() throws Exception {
        write("proc/self/cgroup", "0::/system.slice/wirechief.service\n");
        write("sys/fs/cgroup/system.slice/wirechief.service/memory.max", "max\n");
        write("sys/fs/cgroup/system.slice/memory.max", "536870912\n");

        assertThat(bounded()).isFalse();

        write("sys/fs/cgroup/system.slice/memory.max", "10737418240\n");

        assertThat(bounded()).isTrue();
    }

    @Test
    void aContainerSeesItsLimitAtTheTop() throws Exception {
        write("proc/self/cgroup", "0::/docker/0123\n");
        write("sys/fs/cgroup/memory.max", "1073741824\n");

        assertThat(bounded()).isFalse();
    }

    @Test
    void groupsOfTheFirstVersionCountToo() throws Exception {
        write("proc/self/cgroup", "8:pids:/\n4:cpu,memory:/a/b\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(bounded()).isTrue();

        write("sys/fs/cgroup/memory/a/memory.limit_in_bytes", "1073741824\n");

        assertThat(bounded()).isFalse();
    }

    private boolean bounded() throws Exception {
        String script = "set -eu; . '" + OPTIONS + "'; if has_more_than_8_gb \"$1\"; then echo yes; else echo no; fi";
        Outcome outcome = Outcome.of(new ProcessBuilder("sh", "-c", script, "sh", machine.toString()), "");
        assertThat(outcome.stderr()).isEmpty();
        assertThat(outcome.stdout()).isIn("yes\n", "no\n");
        return outcome.stdout().equals("yes\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = machine.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
