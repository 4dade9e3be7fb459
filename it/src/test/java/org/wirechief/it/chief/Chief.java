package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// The program as it is built: a process of its own that runs from the jars `./chief` runs from.
public final class Chief implements AutoCloseable {
    private final Process process;
    private final Path stdout;
    private final Path stderr;

    private Chief(Process process, Path stdout, Path stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /// Starts `chief words...` with its output, and its run directory, in `folder`.
    public static Chief start(TempFolder folder, String... words) throws IOException {
        return start(folder, List.of(), words);
    }

    /// Starts it so with another program before it, which must execute it in its own place.
    public static Chief start(TempFolder folder, List<String> before, String... words) throws IOException {
        List<String> line = new ArrayList<>(before);
        line.addAll(java());
        line.addAll(List.of(words));
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        ProcessBuilder program = new ProcessBuilder(line)
                .directory(folder.path().toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        program.environment().put("XDG_RUNTIME_DIR", folder.path().toString());
        return new Chief(program.start(), stdout, stderr);
    }

    /// `chief`, for a shell to put words behind it.
    public static String shellWords() throws IOException {
        return String.join(" ", java());
    }

    private static List<String> java() throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                Path.of("..", "app", "target", "modules").toRealPath().toString(),
                "--enable-native-access=org.wirechief.net,org.jline.terminal.ffm",
                "--module",
                "org.wirechief.app/org.wirechief.app.Main");
    }

    /// Runs `chief words...` to its end.
    public static Outcome run(TempFolder folder, String... words) throws IOException, InterruptedException {
        try (Chief chief = start(folder, words)) {
            return chief.outcome();
        }
    }

    /// The addresses of its doors, once it has printed so many.
    public List<String> addresses(int count) {
        return printed(count).stream()
                .map(line -> line.replaceFirst("  on every address$", ""))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }

    /// What it has printed, once that is so many whole lines.
    public List<String> printed(int count) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .failFast("it ended", () -> !process.isAlive())
                .untilAsserted(() -> assertThat(Files.readString(stdout).chars().filter(c -> c == '\n'))
                        .hasSizeGreaterThanOrEqualTo(count));
        return lines(stdout);
    }

    /// What it has written to its standard error so far.
    public List<String> log() {
        return lines(stderr);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public void term() {
        process.destroy();
    }

    void hangUp() throws IOException, InterruptedException {
        signal("HUP");
    }

    /// As Ctrl-C does.
    public void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    void signal(String name) throws IOException, InterruptedException {
        Outcome kill = Outcome.of(new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()), "");
        if (kill.exit() != 0) {
            throw new AssertionError("cannot send " + name + ": " + kill);
        }
    }

    /// How it ended.
    public Outcome outcome() throws IOException, InterruptedException {
        int exit = Outcome.of(process).exit();
        return new Outcome(exit, Files.readString(stdout), Files.readString(stderr));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
