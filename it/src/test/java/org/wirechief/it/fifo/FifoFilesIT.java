package org.wirechief.it.fifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `mode`, `user` and `group` of `ctl` apply to every file that `fifo` makes, whatever the umask.
class FifoFilesIT {
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    /// Only root can give files away.
    private static final String USER = ROOT ? "daemon" : System.getProperty("user.name");

    @ParameterizedTest
    @ValueSource(strings = {"f", "s", "d"})
    void belongToWhomTheyShall(String file) throws IOException {
        String group = ROOT ? "daemon" : group(Path.of(System.getProperty("user.home")));
        try (FifoServer server =
                FifoServer.start(ctl -> ctl.mode(0646).user(USER).group(group))) {
            PosixFileAttributes found = attributes(server.folder().resolve(file));

            assertThat(PosixFilePermissions.toString(found.permissions())).isEqualTo("rw-r--rw-");
            assertThat(found.owner()).hasToString(USER);
            assertThat(found.group()).hasToString(group);
        }
    }

    @Test
    void areNobodyElsesWhenNothingIsTold() throws IOException {
        try (FifoServer server = FifoServer.start(false)) {
            for (String file : new String[] {"f", "s", "d"}) {
                PosixFileAttributes found = attributes(server.folder().resolve(file));
                assertThat(PosixFilePermissions.toString(found.permissions())).isEqualTo("rw-------");
                assertThat(found.owner()).hasToString(System.getProperty("user.name"));
            }
        }
    }

    private static String group(Path path) throws IOException {
        return attributes(path).group().toString();
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class);
    }
}
