package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
