package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.Tool;

/// A program at a terminal: `script`, which every Debian has, gives it a pseudo terminal. What is
/// typed goes in, what the terminal shows comes out.
public final class Terminal implements AutoCloseable {
    private final Process process;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private int read;

    private Terminal(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::watch);
    }

    public static Terminal running(String shellCommand) throws IOException {
        ProcessBuilder script = new ProcessBuilder(
                Tool.require("script").toString(), "--quiet", "--return", "--command", shellCommand, "/dev/null");
        // No colours and no cursor movements, and no inputrc of whoever runs the tests.
        script.environment().put("TERM", "dumb");
        script.environment().put("INPUTRC", "/dev/null");
        return new Terminal(script.redirectErrorStream(true).start());
    }

    private void watch() {
        byte[] some = new byte[1024];
        try (InputStream out = process.getInputStream()) {
            for (int length = out.read(some); length >= 0; length = out.read(some)) {
                shown.write(some, 0, length);
            }
        } catch (IOException e) {
            shown.writeBytes(String.valueOf(e).getBytes(StandardCharsets.UTF_8));
        }
    }

    public void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    /// Waits until the terminal shows this, behind what was waited for before.
    public void shows(String text) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(shown().substring(read)).contains(text));
        read = shown().indexOf(text, read) + text.length();
    }

    /// Whether it shows this by now, behind what was waited for before.
    public boolean has(String text) {
        return shown().indexOf(text, read) >= 0;
    }

    /// Whether it has ever shown this.
    public boolean hasShown(String text) {
        return shown().contains(text);
    }

    private String shown() {
        return shown.toString(StandardCharsets.ISO_8859_1);
    }

    /// The status the program ends with.
    public int exit() throws InterruptedException {
        assertThat(process.waitFor(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("ended; shown: %s", shown())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
