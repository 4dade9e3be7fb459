package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    @TempDir
    Path folder;

    private Path fifo() throws IOException, InterruptedException {
        Path path = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    private static FileKind kind(Path path) throws IOException {
        return FileKind.of((int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void isToldByTheTypeBits() throws Exception {
        Address socket = Address.unixDatagram(folder.resolve("socket").toString());
        try (var _ = DatagramInbox.at("inbox", socket, FileAccess.PRIVATE, (_, _, _, _, _) -> {})) {
            assertThat(kind(folder.resolve("socket")))
                    .isEqualTo(FileKind.SOCKET)
                    .hasToString("a socket");
        }
        assertThat(kind(folder)).isEqualTo(FileKind.DIRECTORY).hasToString("a directory");
        assertThat(kind(fifo())).isEqualTo(FileKind.FIFO).hasToString("a FIFO");
        assertThat(kind(Files.writeString(folder.resolve("file"), "")))
                .isEqualTo(FileKind.REGULAR)
                .hasToString("a regular file");
        assertThat(kind(Files.createSymbolicLink(folder.resolve("link"), folder)))
                .isEqualTo(FileKind.LINK)
                .hasToString("a symbolic link");
        assertThat(kind(Path.of("/dev/null"))).isEqualTo(FileKind.DEVICE).hasToString("a device");
    }

    @Test
    void aPathLeadsToAFifoOverALinkToo() throws Exception {
        Path fifo = fifo();

        assertThat(FileKind.isFifo(fifo)).isTrue();
        assertThat(FileKind.isFifo(Files.createSymbolicLink(folder.resolve("link"), fifo)))
                .isTrue();
        assertThat(FileKind.isFifo(folder)).isFalse();
        assertThat(FileKind.isFifo(folder.resolve("missing"))).isFalse();
        assertThat(FileKind.isFifo(folder.resolve("fifo/below"))).isFalse();
    }
}
