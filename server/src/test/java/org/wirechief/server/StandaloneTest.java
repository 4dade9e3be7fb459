package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `chief serve` and `chief check` answer when nothing stays open.
class StandaloneTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --confg x               | chief serve: unknown argument '--confg'
            x.cfg                   | chief serve: unknown argument 'x.cfg'
            --config                | chief serve: --config needs a value
            --set                   | chief serve: --set needs a value
            --config=a --config b   | chief serve: --config is given twice; a file may include another
            """)
    void aCommandLineThatCannotBeUnderstood(String args, String problem) {
        assertThat(serve(args.split(" "))).isEqualTo(2);
        assertThat(text(err)).startsWith(problem + "\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpIsNoMistake() {
        assertThat(serve("--help")).isZero();
        assertThat(text(out)).startsWith("usage: chief serve [--config FILE]");
    }

    @Test
    void everyMistakeOfTheConfigurationIsTold() throws IOException {
        Path file = write("loadmodule \"fake\"\nmodparam(\"fake\", \"adress\", \"a\")\n");

        assertThat(serve("--config", file.toString(), "--set", "fake.drain=x", "--set=server.log_level=9"))
                .isEqualTo(2);
        assertThat(text(err)).isEqualTo("""
                FILE:2:18: module fake has no parameter 'adress': there are address, drain; did you mean 'address'?
                --set fake.drain=x: fake.drain = x: takes an integer
                --set server.log_level=9: server.log_level = 9: allowed are 0 to 7
                """.replace("FILE", file.toString()));
        assertThat(text(out)).isEmpty();
    }

    @Test
    void mistakesWithoutAFileAreToldBeforeAnythingIsMade() {
        assertThat(serve("--set", "fake.address=")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("--set fake.address=: fake.address = \"\": an address is needed\n");
    }

    @Test
    void aDoorThatCannotBeOpened() throws IOException {
        Path file = write("loadmodule \"fake\"\nmodparam(\"fake\", \"address\", \"taken:1\")\n");

        assertThat(serve("--config", file.toString())).isEqualTo(3);
        assertThat(text(err)).isEqualTo("chief serve: cannot bind taken:1: another server has it\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void checkTellsWhatAFileLoadsAndOpensNothing() throws IOException {
        Path file = write("loadmodule \"fake\"\nmodparam(\"fake\", \"address\", \"taken:1\")\n");

        assertThat(check(file.toString())).isZero();
        assertThat(text(out)).isEqualTo(file + ": ok, 1 module\n");

        out.reset();
        assertThat(check(write("").toString())).isZero();
        assertThat(text(out)).isEqualTo(file + ": ok, 0 modules\n");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void checkTellsMistakes() throws IOException {
        Path file = write("junk\nloadmodule \"fakes\"");

        assertThat(check(file.toString())).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(2).first().asString().startsWith(file + ":1:1: unknown statement 'junk'");
        assertThat(text(out)).isEmpty();

        assertThat(check(folder.resolve("none").toString())).isEqualTo(2);
        assertThat(text(err)).endsWith("/none: cannot be read: no such file\n");
    }

    @Test
    void checkTakesOneFile() {
        assertThat(check()).isEqualTo(2);
        assertThat(check("a", "b")).isEqualTo(2);
        assertThat(text(err)).isEqualTo("usage: chief check FILE\n".repeat(2));
    }

    @Test
    void everyModuleOfThisBuildCanBeLoaded() throws IOException {
        Path file = write("loadmodule \"ctl.so\"\nmodparam(\"ctl\", \"mode\", 0660)");

        int code = Standalone.withEveryModule().check(List.of(file.toString()), print(out), print(err));

        assertThat(text(err)).isEmpty();
        assertThat(code).isZero();
    }

    private int serve(String... args) {
        return FakeProgram.STANDALONE.serve(List.of(args), print(out), print(err));
    }

    private int check(String... args) {
        return FakeProgram.STANDALONE.check(List.of(args), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("t.cfg"), text);
    }
}
