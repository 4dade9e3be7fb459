package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path folder;

    @Test
    void itIsWhereTheCommandLineOrTheEnvironmentSays() {
        Map<String, String> both = Map.of("XDG_STATE_HOME", "/s", "HOME", "/h");

        assertThat(HistoryFile.of(Optional.of("/x"), both).path()).contains(Path.of("/x"));
        assertThat(HistoryFile.of(Optional.empty(), both).path()).contains(Path.of("/s/chief/history"));
        assertThat(HistoryFile.of(Optional.empty(), Map.of("HOME", "/h")).path())
                .contains(Path.of("/h/.local/state/chief/history"));
        assertThat(HistoryFile.of(Optional.empty(), Map.of()).path()).isEmpty();
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        Path file = folder.resolve("a/b/history");

        assertThat(new HistoryFile(Optional.of(file)).ready()).contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "kept");
        assertThat(new HistoryFile(Optional.of(file)).ready()).contains(file);
        assertThat(file).content().isEqualTo("kept");
    }

    @Test
    void whereItCannotBeThereIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(new HistoryFile(Optional.of(file.resolve("history"))).ready())
                .isEmpty();
    }
}
