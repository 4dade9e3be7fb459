package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.wirechief.net.linux.Libc;

/// Which file is removed, and which is not.
final class ReplyFileTest {
    private static ReplyFile.Made<Path> made(Path path) throws IOException {
        Files.writeString(path, "ours");
        return new ReplyFile.Made<>(FileIdentity.require(path), path);
    }

    @Test
    void whatWasMadeIsRemoved() throws Exception {
        Path path = Door.freshDirectory().resolve("file");
        try (ReplyFile file = ReplyFile.named(path, WhileEnding.REFUSED)) {
            assertThat(file.isInPlace()).isFalse();
            assertThat(file.make(() -> made(path))).isEqualTo(path);
            assertThat(file.isInPlace()).isTrue();
        }
        assertThat(path).doesNotExist();
    }

    /// Others may have put a link to what is the caller's in its place.
    @Test
    void whatWasExchangedKeepsItsPermissions() throws Exception {
        Path path = Door.freshDirectory().resolve("file");
        Path victim = Files.writeString(path.resolveSibling("victim"), "secret");
        Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rw-------"));
        try (var libc = new Libc();
                ReplyFile file = ReplyFile.named(path, WhileEnding.REFUSED)) {
            var _ = file.make(() -> made(path));
            file.letEverybodySend(libc);
            assertThat(permissions(path)).isEqualTo("rw-rw-rw-");
            for (boolean link : new boolean[] {true, false}) {
                Files.delete(path);
                var _ = link ? Files.createSymbolicLink(path, victim) : Files.createLink(path, victim);
                assertThatThrownBy(() -> file.letEverybodySend(libc))
                        .hasMessageContaining("somebody exchanged " + path);
                assertThat(permissions(victim)).isEqualTo("rw-------");
            }
            Files.delete(path);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /// In a directory where others may do so, before anybody has looked at the path again.
    @Test
    void whatWasExchangedAsItWasMadeStays() throws Exception {
        Path path = Door.freshDirectory().resolve("file");
        Path theirs = Files.writeString(path.resolveSibling("theirs"), "theirs");
        try (ReplyFile file = ReplyFile.named(path, WhileEnding.REFUSED)) {
            var _ = file.make(() -> {
                ReplyFile.Made<Path> made = made(path);
                Files.delete(path);
                Files.move(theirs, path);
                return made;
            });
            assertThat(file.isInPlace()).isFalse();
        }
        assertThat(path).hasContent("theirs");
    }
}
