package org.wirechief.it.chief;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// `mi_fifo` of the program where the system does not let it open reply FIFOs: what its operator is
/// told, and that nobody pays for others.
class ServeMiFifoTroubleIT {
    private static final String VERSION = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}";

    private final List<RandomAccessFile> stopped = new ArrayList<>();
    private TempFolder folder;

    @BeforeEach
    void folder() throws IOException {
        folder = TempFolder.create();
        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path doors = Files.createDirectory(folder.resolve("doors"));
        Files.setPosixFilePermissions(doors, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @AfterEach
    void remove() throws IOException {
        for (RandomAccessFile reader : stopped) {
            reader.close();
        }
        folder.close();
    }

    private Chief serve(List<String> before) throws IOException {
        Path file = Files.writeString(folder.resolve("chief.cfg"), """
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%s")
                modparam("mi_fifo", "reply_dir", "%s")
                """.formatted(fifo(), folder.path()));
        return Chief.start(folder, before, "serve", "--config", file.toString());
    }

    private Path fifo() {
        return folder.resolve("doors").resolve("fifo");
    }

    private Path makeReply(String name, String mode) throws Exception {
        Path path = folder.resolve(name);
        assertThat(Outcome.of(new ProcessBuilder("mkfifo", "-m", mode, path.toString()), "")
                        .exit())
                .isZero();
        return path;
    }

    private void write(String request) throws IOException {
        Files.writeString(fifo(), request, StandardOpenOption.WRITE);
    }

    private String ask(String name, String json) throws Exception {
        Path path = makeReply(name, "622");
        var reading = new FutureTask<>(() -> Files.readString(path, ISO_8859_1));
        Thread.ofPlatform().daemon().start(reading);
        write(":" + name + ":" + json);
        return reading.get(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private static String call(String method, String parameters) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":[" + parameters + "],\"id\":1}";
    }

    private static long warnings(Chief chief, String about) {
        return chief.log().stream()
                .filter(line -> line.startsWith("<4>") && line.contains(about))
                .count();
    }

    @Test
    void readersThatStopDoNotTakeTheFilesOthersNeed() throws Exception {
        try (Chief chief = serve(List.of("sh", "-c", "ulimit -n 60; exec \"$0\" \"$@\""))) {
            chief.addresses(1);
            assertThat(ask("store", call("cache_store", "\"local\",\"big\",\"" + "x".repeat(50_000) + "\"")))
                    .contains("\"OK\"");
            // more than a pipe holds
            String fetch = call("cache_fetch", "\"local\",\"big\"");
            for (int i = 0; i < 60; i++) {
                // open for both, which waits for nobody
                stopped.add(new RandomAccessFile(makeReply("stops" + i, "622").toFile(), "rw"));
                write(":stops" + i + ":[" + fetch + "," + fetch + "]");
            }
            for (int i = 0; i < 10; i++) {
                assertThat(ask("good" + i, VERSION)).contains("\"Server\"");
            }

            assertThat(ask("counts", call("get_statistics", "[\"mi_fifo:\"]")))
                    .contains("mi_fifo:reply_fifos_refused\":0", "mi_fifo:reply_fifos_not_run\":0");
            assertThat(warnings(chief, "too many open files in this process (EMFILE)"))
                    .isEqualTo(1);
            assertThat(warnings(chief, "LimitNOFILE")).isEqualTo(1);
        }
    }

    /// `:version:\n` has no reply FIFO and could still be JSON, so it takes its time.
    @ParameterizedTest
    @ValueSource(strings = {":version:reply\n", ":get_statistics:reply\nall\n\n", ":version:\n\n"})
    void theLanguageBeforeJsonIsToldByItsName(String request) throws Exception {
        try (Chief chief = serve(List.of())) {
            chief.addresses(1);
            write(request);

            Awaitility.await().atMost(RawStream.LIMIT).until(() -> warnings(chief, "this FIFO speaks JSON-RPC") == 1);

            assertThat(warnings(chief, "cannot be opened")).isZero();
            assertThat(ask("counts", call("get_statistics", "[\"garbage\"]"))).contains("mi_fifo:garbage\":1");
        }
    }

    @Test
    void whatCannotBeOpenedIsToldOnceAMinuteWithTheRemedy() throws Exception {
        Tool.requireRoot("a second user");
        List<String> nobody =
                List.of(Tool.require("setpriv").toString(), "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        try (Chief chief = serve(nobody)) {
            chief.addresses(1);
            makeReply("private", "600");
            Files.writeString(folder.resolve("regular"), "");
            for (int i = 0; i < 3; i++) {
                write(":private:" + VERSION + ":absent:" + VERSION + ":regular:" + VERSION + ":a.b:" + VERSION);
            }
            assertThat(ask("last", VERSION)).contains("\"Server\"");

            for (String about : List.of("mode 0622", "nothing is there", "it is no FIFO", "may not be called")) {
                assertThat(warnings(chief, about)).as(about).isEqualTo(1);
            }
            assertThat(chief.log())
                    .anyMatch(line -> line.contains(
                            "its reply FIFO " + folder.resolve("private") + " cannot be opened: open: permission"
                                    + " denied (EACCES); this server must be allowed to write to it: mode 0622"));
        }
    }
}
