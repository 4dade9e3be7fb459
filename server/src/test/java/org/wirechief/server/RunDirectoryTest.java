package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    Path folder;

    private Path run;
    private Path tmp;
    private long uid;

    @BeforeEach
    void places() throws IOException {
        run = folder.resolve("run");
        tmp = Files.createDirectory(folder.resolve("tmp"));
        uid = ((Number) Files.getAttribute(folder, "unix:uid")).longValue();
    }

    @Test
    void theEnvironmentComesFirstThenRunThenTmp() throws IOException {
        Path xdg = Files.createDirectory(folder.resolve("xdg"));
        assertThat(open(Optional.empty())).isEqualTo(tmp.resolve("wirechief-" + uid));

        Files.createDirectory(run);
        assertThat(open(Optional.empty())).isEqualTo(run.resolve("wirechief"));
        assertThat(open(Optional.of(xdg))).isEqualTo(xdg.resolve("wirechief"));
    }

    @Test
    void usersHaveNumbersWithoutASign() throws IOException {
        assumeTrue(uid == 0, "only root can give a directory away");
        long high = 3_000_000_000L;
        Path xdg = Files.createDirectory(folder.resolve("xdg"));
        Path made = Files.createDirectory(
                xdg.resolve("wirechief"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(xdg, "unix:uid", (int) high);
        Files.setAttribute(made, "unix:uid", (int) high);

        assertThat(RunDirectory.open(new RunDirectory.Places(Optional.of(xdg), run, tmp, high)))
                .isEqualTo(made);
    }

    @Test
    void itIsPrivateAndMayBeThereAlready() throws IOException {
        Path made = open(Optional.empty());

        assertThat(rights(made)).isEqualTo("rwx------");
        assertThat(open(Optional.empty())).isEqualTo(made);
    }

    @Test
    void anEnvironmentThatNamesNoDirectoryIsPassedOver() throws IOException {
        var environment = Map.of("XDG_RUNTIME_DIR", folder.resolve("none").toString());
        assertThat(RunDirectory.Places.ofSystem(environment).xdg()).isEmpty();
        assertThat(RunDirectory.Places.ofSystem(Map.of("XDG_RUNTIME_DIR", "")).xdg())
                .isEmpty();
        assertThat(RunDirectory.Places.ofSystem(Map.of("XDG_RUNTIME_DIR", "tmp"))
                        .xdg())
                .isEmpty();
        assertThat(RunDirectory.Places.ofSystem(Map.of()).xdg()).isEmpty();

        var named = RunDirectory.Places.ofSystem(Map.of("XDG_RUNTIME_DIR", tmp.toString()));
        assertThat(named.xdg()).contains(tmp);
        assertThat(named.uid()).isEqualTo(uid);
    }

    @Test
    void aSymbolicLinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(tmp.resolve("wirechief-" + uid), elsewhere);

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the run directory " + link
                        + " is a symbolic link: remove it, or name your own doors with --config");
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.createFile(tmp.resolve("wirechief-" + uid));

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the run directory " + file
                        + " is no directory: remove it, or name your own doors with --config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxr-xr-x", "rwx--x---", "rwx-----x", "r-x------"})
    void anotherModeIsRefused(String mode) throws IOException {
        Path made = open(Optional.empty());
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(made + " has mode 0")
                .hasMessageContaining(", not 0700: chmod 700 " + made + ", or name your own doors with --config");
        assertThat(rights(made)).isEqualTo(mode);
    }

    @Test
    void anotherOwnerIsRefused() throws IOException {
        assumeTrue(uid == 0, "only root can give files away");
        Path made = open(Optional.empty());
        Files.setAttribute(made, "unix:uid", 12345, LinkOption.NOFOLLOW_LINKS);

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("the run directory " + made + " belongs to uid 12345, and we are uid 0: remove it, or name"
                        + " your own doors with --config");
    }

    @Test
    void aPlaceWhereOthersCanReplaceItIsRefused() throws IOException {
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> open(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(tmp + ", where others may replace it (mode 0777 without the sticky bit)");
        assertThat(tmp).isEmptyDirectory();
    }

    @Test
    void aPlaceOfAnotherUserIsRefused() throws IOException {
        long we = uid == 0 ? 0 : uid + 1;
        if (uid == 0) {
            Files.setAttribute(tmp, "unix:uid", 12345);
        }

        assertThatThrownBy(() -> RunDirectory.open(new RunDirectory.Places(Optional.of(tmp), run, tmp, we)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("would lie in " + tmp + " of uid ")
                .hasMessageEndingWith(
                        "and we are uid " + we + ": unset XDG_RUNTIME_DIR, or name your own doors with --config");
        assertThat(tmp).isEmptyDirectory();
    }

    private Path open(Optional<Path> xdg) throws IOException {
        return RunDirectory.open(new RunDirectory.Places(xdg, run, tmp, uid));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
