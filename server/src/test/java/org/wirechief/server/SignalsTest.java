package org.wirechief.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A standalone server in a process of its own: what it does on signals, and where it says why it
/// does not start.
@Timeout(120)
class SignalsTest {
    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void stopsInOrder(String signal) throws Exception {
        Process server = start("--set", "fake.address=/door", "--set", "fake.address=a");

        assertThat(lines(server, 2)).containsExactly("fake  text    /door", "fake  binary  a");
        signal(server, signal);
        assertThat(code(server)).isZero();
        assertThat(log()).contains("stopped");
    }

    @Test
    void hangUpStopsNothing() throws Exception {
        Process server = start();
        lines(server, 1);

        signal(server, "HUP");
        awaitLog("HUP: opening files anew");
        signal(server, "TERM");

        assertThat(code(server)).isZero();
    }

    @Test
    void aModuleThatFailsStopsIt() throws Exception {
        Process server = start("--set", "fake.address=broken");

        assertThat(code(server)).isEqualTo(4);
        assertThat(log())
                .contains("a module can serve no longer: stopping")
                .contains("IOException: thrown by a test")
                .contains("stopped");
    }

    @Test
    void theSecondSignalEndsAtOnce() throws Exception {
        Process server = start("--set", "fake.drain=3600");
        lines(server, 1);

        signal(server, "TERM");
        awaitLog("TERM: stopping");
        Thread.sleep(500);
        signal(server, "TERM");

        assertThat(code(server)).isEqualTo(143);
    }

    /// As `timeout` does, which signals the process and its group.
    @Test
    void twoSignalsAtOnceAreOne() throws Exception {
        Process server = start();
        lines(server, 1);

        new ProcessBuilder("sh", "-c", "kill -TERM $0; kill -TERM $0; kill -INT $0", Long.toString(server.pid()))
                .inheritIO()
                .start()
                .waitFor();

        assertThat(code(server)).isZero();
        assertThat(log()).contains("stopped").doesNotContain("again");
    }

    @Test
    void theRunDirectoryIsPrivate() throws Exception {
        Process server = start();
        lines(server, 1);
        var rights = Files.getPosixFilePermissions(folder.resolve("wirechief"));
        signal(server, "TERM");

        assertThat(PosixFilePermissions.toString(rights)).isEqualTo("rwx------");
        assertThat(code(server)).isZero();
    }

    /// A plain line is information to the journal, and who looks for errors there finds nothing.
    @Test
    void whatKeepsItFromStartingIsAnErrorToTheJournal() throws Exception {
        Path log = Files.createFile(folder.resolve("log"));
        String stream = Files.getAttribute(log, "unix:dev") + ":" + Files.getAttribute(log, "unix:ino");

        assertThat(code(start(Map.of("JOURNAL_STREAM", stream), "--set", "fake.drain=x", "--set", "fake.adress=a")))
                .isEqualTo(2);

        assertThat(log().lines()).hasSize(2).allMatch(line -> line.startsWith("<3>--set fake."));
    }

    @Test
    void itIsPlainToWhoeverElseReadsIt() throws Exception {
        assertThat(code(start(Map.of("JOURNAL_STREAM", "1:1"), "--set", "fake.address=taken:1")))
                .isEqualTo(3);

        assertThat(log()).isEqualTo("chief serve: cannot bind taken:1: another server has it\n");
    }

    private Process start(String... args) throws IOException {
        return start(Map.of(), args);
    }

    private Process start(Map<String, String> environment, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        ":",
                        "target/test-classes",
                        "target/classes",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", "")),
                FakeProgram.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("log").toFile());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> lines(Process server, int count) throws IOException {
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(out.readLine());
        }
        return lines;
    }

    private static void signal(Process server, String name) throws Exception {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + server.pid())
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    private static int code(Process server) throws InterruptedException {
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return server.exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private void awaitLog(String text) {
        org.awaitility.Awaitility.await().until(() -> log().contains(text));
    }
}
