package org.wirechief.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

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

        assertThat(new HistoryFile(Optional.of(file)).ready(told::add)).contains(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "kept");
        assertThat(new HistoryFile(Optional.of(file)).ready(told::add)).contains(file);
        assertThat(file).content().isEqualTo("kept");
    }

    /// The line editor would end in its first prompt.
    @Test
    void oneThatCannotBeReadIsLeftAloneAndTold() throws Exception {
        Path file = Files.write(folder.resolve("history"), new byte[] {'1', ':', (byte) 0xFF, '\n'});

        assertThat(new HistoryFile(Optional.of(file)).ready(told::add)).isEmpty();
        assertThat(new HistoryFile(Optional.of(folder)).ready(told::add)).isEmpty();

        assertThat(told)
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(file + " cannot be read: it is no UTF-8"),
                        line -> assertThat(line).contains(folder + " cannot be read: "));
        assertThat(file).hasBinaryContent(new byte[] {'1', ':', (byte) 0xFF, '\n'});
    }

    @Test
    void whereItCannotBeThereIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(new HistoryFile(Optional.of(file.resolve("history"))).ready(told::add))
                .isEmpty();
    }
}
