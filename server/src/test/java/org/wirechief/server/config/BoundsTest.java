package org.wirechief.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirechief.core.ConfigError;

/// Configurations that ask for more than there is.
@Timeout(60)
class BoundsTest {
    @TempDir
    Path folder;

    @Test
    void aDefineThatIsItselfIsRefused() {
        assertThatThrownBy(() -> read("#!define X X\nmodparam(\"server\", \"mode\", X)"))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith(":2:28: 'X' is defined as itself: see " + folder + "/t.cfg:1:10");
        assertThatThrownBy(() -> read("#!define X Y\n#!define Y X X\nX"))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining(":3:1: 'X' is defined as itself");
    }

    @Test
    void definesThatGrowWithoutEndAreStopped() {
        StringBuilder text = new StringBuilder("#!define A0 ;\n");
        for (int i = 1; i < 30; i++) {
            text.append("#!define A%d A%d A%d\n".formatted(i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> read(text + "A29\nA29"))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith("t.cfg:31:1: the defines of this configuration stand for more than 10000 words");
        assertThatCode(() -> read(text + "A10")).doesNotThrowAnyException();
    }

    @Test
    void definesThatLeadTooFarAreStopped() {
        StringBuilder text = new StringBuilder("#!define A0 0600\n");
        for (int i = 1; i <= 32; i++) {
            text.append("#!define A%d A%d\n".formatted(i, i - 1));
        }
        assertThatThrownBy(() -> read(text + "modparam(\"server\", \"mode\", A32)"))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith(":34:28: 'A32' leads through more than 32 defines");
        assertThatCode(() -> read(text + "modparam(\"server\", \"mode\", A31)")).doesNotThrowAnyException();
    }

    @Test
    void filesThatIncludeEachOtherAreStopped() throws IOException {
        Files.writeString(folder.resolve("other.cfg"), "include_file \"t.cfg\"");

        assertThatThrownBy(() -> read("include_file \"./other.cfg\""))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("other.cfg:1:14: ")
                .hasMessageContaining("includes itself");
    }

    @Test
    void includesAreBoundedInDepthAndNumber() throws IOException {
        for (int i = 0; i < 20; i++) {
            String next = "include_file \"f%d.cfg\"\n".formatted(i + 1);
            Files.writeString(folder.resolve("f%d.cfg".formatted(i)), next + next);
        }
        assertThatThrownBy(() -> read("include_file \"f0.cfg\""))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("f14.cfg:1:14: files include each other more than 16 deep")
                .hasMessageContaining("more than 100 files are included");
    }

    @Test
    void aFileThatIsTooLongIsRefusedAndTheLongestIsRead() throws IOException {
        assertThatThrownBy(() -> read(" ".repeat((1 << 20) + 1)))
                .isInstanceOf(ConfigError.class)
                .hasMessage(
                        folder + "/t.cfg: cannot be read: it is longer than 1048576 bytes, which no configuration is");
        assertThatCode(() -> read(";".repeat(1 << 20))).doesNotThrowAnyException();
    }

    @Test
    void noMoreThanAHundredProblemsAreListed() {
        assertThatThrownBy(() -> read("junk\n".repeat(1000)))
                .isInstanceOfSatisfying(
                        ConfigError.class,
                        error -> assertThat(error.getMessage().lines())
                                .hasSize(101)
                                .last()
                                .isEqualTo("and 900 more problems"));
    }

    @Test
    void aHundredThousandOpenConditionsAreNoTrouble() throws IOException {
        assertThatThrownBy(() -> read("#!ifdef A\n".repeat(100_000)))
                .isInstanceOf(ConfigError.class)
                .hasMessageEndingWith("t.cfg:1:1: '#!ifdef' is not closed in this file: add #!endif");
        assertThatThrownBy(() -> read("#!ifndef A\n".repeat(90_000))).isInstanceOf(ConfigError.class);
    }

    private void read(String text) throws IOException {
        Fence.loaded(Files.writeString(folder.resolve("t.cfg"), text));
    }
}
