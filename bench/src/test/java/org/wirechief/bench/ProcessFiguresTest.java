package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFiguresTest {
    @TempDir
    Path folder;

    @BeforeEach
    void process() throws IOException {
        Files.writeString(folder.resolve("status"), "Name:\tjava\nVmHWM:\t  90000 kB\nVmRSS:\t   83456 kB\n");
        Files.writeString(
                folder.resolve("limits"),
                "Limit  Soft Limit  Hard Limit  Units\nMax open files            1024                 20000  files\n");
        for (String thread : new String[] {"1", "2"}) {
            Files.createDirectories(folder.resolve("task").resolve(thread));
            Files.writeString(folder.resolve("task").resolve(thread).resolve("schedstat"), "1500 70 3\n");
            Files.writeString(folder.resolve("task").resolve(thread).resolve("comm"), "t" + thread + "\n");
        }
        Files.createDirectories(folder.resolve("task/3"));
    }

    @Test
    void readsWhatTheKernelWrites() throws IOException {
        ProcessFigures figures = new ProcessFigures(folder);

        assertThat(figures.residentMebibytes()).isEqualTo(81.5);
        assertThat(figures.cpuNanos()).isEqualTo(3000);
        assertThat(figures.threads())
                .containsOnly(entry("1", new ThreadUse("t1", 1500, 3)), entry("2", new ThreadUse("t2", 1500, 3)));
        assertThat(figures.mostFiles()).isEqualTo(20_000);
    }

    @Test
    void saysWhatIsNotThere() throws IOException {
        Files.writeString(folder.resolve("status"), "Name:\tkthread\n");

        assertThatThrownBy(() -> new ProcessFigures(folder).residentMebibytes())
                .hasMessageEndingWith("tells no VmRSS:");
    }

    @Test
    void readsThisProcess() throws IOException {
        ProcessFigures self = ProcessFigures.of(ProcessHandle.current().pid());

        assertThat(self.residentMebibytes()).isPositive();
        assertThat(self.cpuNanos()).isPositive();
        assertThat(self.mostFiles()).isPositive();
    }
}
