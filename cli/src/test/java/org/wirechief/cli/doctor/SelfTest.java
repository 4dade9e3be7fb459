package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTest {
    @TempDir
    private Path folder;

    /// As user namespaces have them. The JDK tells such a file's owner as a number below zero.
    @Test
    void numbersHaveNoSign() throws IOException {
        Path status = Files.writeString(folder.resolve("status"), """
                Name:\tchief
                Uid:\t1000\t1000\t1000\t3000000000
                Gid:\t1000\t1000\t1000\t3000000001
                Groups:\t4 3000000002\s
                """);

        Self self = Self.of(status);

        assertThat(self.uid()).isEqualTo((int) 3_000_000_000L);
        assertThat(self.groups()).isEqualTo(Set.of((int) 3_000_000_001L, 4, (int) 3_000_000_002L));
        assertThat(self).asString().startsWith("uid 3000000000 (");
    }
}
