package org.wirechief.net.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnreadSocketsTest {
    /// What is remembered of a name shows when the name gets a file.
    @Test
    void namesThatWereAskedForAreRememberedUpToABound(@TempDir Path folder) throws IOException {
        var libc = Libc.shared();
        try {
            Path file = Files.createFile(folder.resolve("file"));
            var listed = new ListedSocket(1, 2);
            var unread = new UnreadSockets();
            unread.add(name(folder.resolve("bound")), SocketFile.of(libc, name(file)), listed);
            Path late = folder.resolve("late");
            assertThat(unread.find(libc, name(late))).isNull();
            Files.createLink(late, file);

            for (int i = 1; i < UnreadSockets.MOST_ASKED; i++) {
                assertThat(unread.find(libc, name(folder.resolve("other " + i))))
                        .isNull();
            }
            assertThat(unread.find(libc, name(folder.resolve("one more")))).isNull();

            assertThat(unread.find(libc, name(late))).isEqualTo(listed);
        } finally {
            libc.close();
        }
    }

    private static UnixName name(Path path) {
        return UnixName.path(path.toString().getBytes(UTF_8));
    }
}
