package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LocalFileSystemTest {
    @ParameterizedTest
    @CsvSource({"/proc, false", "/sys, false", "/dev, true", "/no/such/file, false"})
    void holds(String path, boolean expected) {
        try (var libc = new Libc()) {
            var asked = NativePath.of(libc, path.getBytes(US_ASCII));

            assertThat(LocalFileSystem.holds(libc, asked)).isEqualTo(expected);
        }
    }
}
