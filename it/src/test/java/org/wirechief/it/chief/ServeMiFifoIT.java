package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// `mi_fifo` of the program, called from a shell.
class ServeMiFifoIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private Chief serve() throws IOException {
        Path file =
                Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%s")
                modparam("mi_fifo", "reply_dir", "%s")
                """.formatted(folder.resolve("fifo"), folder.path()));
        return Chief.start(folder, "serve", "--config", file.toString());
    }

    private String shell(String script) throws Exception {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", script).directory(folder.path().toFile());
        return Outcome.of(shell, "").stdout();
    }

    /// As the manual of OpenSIPS 3.x shows it.
    private String statistics() throws Exception {
        return shell("""
                rm -f r
                mkfifo r
                echo ':r:{"jsonrpc":"2.0","method":"get_statistics","id":"5672","params":[["core:","net:"]]}' > fifo
                cat r
                """);
    }

    private static void assertAnswer(String printed) {
        assertThat(printed)
                .startsWith("{\"jsonrpc\":\"2.0\",\"result\":{\"core:")
                .contains("\"net:")
                .endsWith(",\"id\":\"5672\"}");
    }

    @Test
    void anExampleOfTheManual() throws Exception {
        try (Chief chief = serve()) {
            assertThat(chief.addresses(1)).containsExactly("fifo:" + folder.resolve("fifo"));
            assertAnswer(statistics());
            chief.term();
            assertThat(chief.outcome().exit()).isZero();
        }
        assertThat(folder.resolve("fifo")).doesNotExist();
    }

    @Test
    void theFifoComesBack() throws Exception {
        try (Chief chief = serve()) {
            chief.addresses(1);
            Files.delete(folder.resolve("fifo"));
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> Files.exists(folder.resolve("fifo")));
            assertAnswer(statistics());

            Object before = inode();
            chief.hangUp();
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .ignoreException(NoSuchFileException.class)
                    .until(() -> !before.equals(inode()));
            assertAnswer(statistics());
        }
    }

    private Object inode() throws IOException {
        return Files.getAttribute(folder.resolve("fifo"), "unix:ino");
    }

    @Test
    void theLogCanBeSilenced() throws Exception {
        try (Chief chief = serve()) {
            chief.addresses(1);
            assertThat(call("log_mute_state", "stderror", "1")).isEqualTo("OK\n");
            chief.hangUp();
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> call("sr_list_reports", "core", "main").contains("Log: opening files anew"));
            assertThat(chief.log()).noneMatch(line -> line.contains("HUP"));
            assertThat(call("log_mute_state", "stderror")).contains("mute state: 1");

            assertThat(call("log_mute_state", "stderror", "0")).isEqualTo("OK\n");
            chief.hangUp();
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> chief.log().stream().anyMatch(line -> line.contains("HUP")));

            assertThat(call("mem_shm_dump")).isEqualTo("OK\n");
            assertThat(chief.log()).anyMatch(line -> line.matches("<6>.*: buffers direct: \\d+ used by \\d+"));
        }
    }

    private String call(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                "-s",
                "fifo:" + folder.resolve("fifo"),
                "--reply-dir",
                folder.path().toString()));
        line.addAll(List.of(words));
        try (TempFolder own = TempFolder.create()) {
            return Chief.run(own, line.toArray(String[]::new)).stdout();
        }
    }

    /// Where the kernel keeps writers out.
    @Test
    void aDirectoryOfEverybodysIsWarnedOf() throws Exception {
        boolean keeps = !Files.readString(Path.of("/proc/sys/fs/protected_fifos"))
                .strip()
                .equals("0");
        Files.setAttribute(folder.path(), "unix:mode", 01777);
        try (Chief chief = serve()) {
            chief.addresses(1);
            assertThat(chief.log().stream()
                            .anyMatch(line -> line.startsWith("<4>")
                                    && line.contains("fs.protected_fifos")
                                    && line.contains("give it a directory of its own")))
                    .isEqualTo(keeps);
            assertAnswer(statistics());
        }
    }
}
