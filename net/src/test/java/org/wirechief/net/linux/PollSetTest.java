package org.wirechief.net.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PollSetTest {
    private static final int MOST = 4_000_000;

    /// As after somebody has lowered the limit of a running process.
    @Test
    void moreDescriptorsThanAProcessMayHaveAreAFailure() throws IOException {
        int limit = openFiles();
        assumeThat(limit).isLessThan(MOST);
        try (var libc = new Libc()) {
            var set = new PollSet(libc, limit + 1);
            for (int i = 0; i < limit; i++) {
                set.add(-1, PollSet.RECEIVE);
            }
            assertThat(set.poll(0)).isFalse();

            set.add(-1, PollSet.RECEIVE);

            assertThatThrownBy(() -> set.poll(0))
                    .isInstanceOf(LinuxException.class)
                    .hasMessage("poll: invalid argument (EINVAL)");
            assertThat(set.await(0)).isFalse();
        }
    }

    private static int openFiles() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/limits")).stream()
                .filter(line -> line.startsWith("Max open files"))
                .map(line -> line.split(" +")[3])
                .mapToInt(soft -> soft.equals("unlimited") ? MOST : Integer.parseInt(soft))
                .findFirst()
                .orElse(MOST);
    }
}
