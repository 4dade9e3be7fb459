package org.wirechief.it.chief;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.ScriptedMiFifo;
import org.wirechief.it.live.ScriptedMiFifo.Script;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.Tool;

/// `chief -s fifo:...`.
class CallOverMiFifoIT {
    private static final String OK = "{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":$id}";

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private Outcome chief(ScriptedMiFifo server, String... words) throws IOException, InterruptedException {
        return Chief.run(folder, line(server, words));
    }

    private static String[] line(ScriptedMiFifo server, String... words) {
        List<String> line = new ArrayList<>(List.of(
                "call", "-s", server.address(), "--reply-dir", server.replies().toString()));
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }

    @Test
    void wordsBecomeParametersAsOpensipsCliSendsThem() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK))) {
            assertThat(chief(server, "get_statistics", "core:", "net:")).isEqualTo(new Outcome(0, "OK\n", ""));
            chief(server, "dlg_push_var", "n", "007", "d1", "d2");
            chief(server, "log_level", "level=i:3");
            chief(server, "version");

            assertThat(server.requests().stream().map(request -> request.json().replaceAll("\"id\":\\d+,", "")))
                    .containsExactly(
                            "{\"jsonrpc\":\"2.0\",\"method\":\"get_statistics\",\"params\":[[\"core:\",\"net:\"]]}",
                            "{\"jsonrpc\":\"2.0\",\"method\":\"dlg_push_var\",\"params\":[\"n\",\"007\",[\"d1\",\"d2\"]]}",
                            "{\"jsonrpc\":\"2.0\",\"method\":\"log_level\",\"params\":{\"level\":3}}",
                            "{\"jsonrpc\":\"2.0\",\"method\":\"version\"}");
            assertThat(server.replyFifos()).isEmpty();
        }
    }

    static Stream<Arguments> endsWith() {
        return Stream.of(
                Arguments.of(1, "error: 500 - failed to build response", (Script)
                        request -> request.answer("failed to build response")),
                Arguments.of(
                        1,
                        "error: -32601 - Method not found",
                        (Script)
                                request -> request.answer(
                                        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":$id}")),
                Arguments.of(4, "the server has not opened the reply FIFO", (Script) _ -> {}),
                Arguments.of(5, "it is empty", (Script) request -> request.answer("")),
                Arguments.of(5, "no JSON", (Script) request -> request.answer("hello")),
                Arguments.of(5, "its id is 1, and that of the call", (Script)
                        request -> request.answer("{\"jsonrpc\":\"2.0\",\"result\":\"OK\",\"id\":1}")),
                Arguments.of(5, "the server has ended", (Script)
                        request -> request.server().kill()),
                Arguments.of(
                        5, "somebody removed the reply FIFO", (Script) request -> Files.delete(request.replyFifo())),
                Arguments.of(5, "it breaks off after 10 bytes", (Script) request -> {
                    try (OutputStream reply = request.open()) {
                        reply.write("{\"jsonrpc\"".getBytes(ISO_8859_1));
                        request.server().kill();
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource
    void endsWith(int exit, String words, Script script) throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(script)) {
            Outcome outcome = chief(server, "--timeout", exit == 4 ? "500ms" : "20s", "m");

            assertThat(outcome.stdout()).isEmpty();
            assertThat(outcome.stderr()).contains(words).hasLineCount(1);
            assertThat(outcome.exit()).isEqualTo(exit);
            assertThat(server.replyFifos()).isEmpty();
        }
    }

    @Test
    void whereNobodyIs() throws Exception {
        Path fifo = folder.resolve("fifo");
        Outcome none = Chief.run(folder, "-s", "fifo:" + fifo, "version");
        assertThat(none.stderr()).contains("there is no FIFO at " + fifo);
        assertThat(none.exit()).isEqualTo(3);

        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Outcome unread = Chief.run(folder, "-s", "fifo:" + fifo, "version");
        assertThat(unread.stderr()).contains("no server reads the FIFO " + fifo);
        assertThat(unread.exit()).isEqualTo(3);
    }

    /// Ctrl-C, and what stops services.
    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void whoIsStoppedLeavesNoReplyFifo(String signal) throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(_ -> {});
                Chief chief = Chief.start(folder, line(server, "--timeout", "60s", "version"))) {
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> server.requests().size() == 1);
            assertThat(server.replyFifos()).hasSize(1);

            assertThat(new ProcessBuilder("sh", "-c", "kill -" + signal + " " + chief.pid())
                            .start()
                            .waitFor())
                    .isZero();

            assertThat(chief.outcome().exit()).isNotZero();
            assertThat(server.replyFifos()).isEmpty();
        }
    }

    /// Stopped at any moment from the start on, 30 times.
    @Test
    void whoeverIsStoppedAtAnyTimeLeavesNoReplyFifo() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK))) {
            for (int i = 0; i < 30; i++) {
                try (Chief chief = Chief.start(folder, line(server, "version"))) {
                    Thread.sleep(10L * i + 100);
                    chief.term();
                    chief.outcome();
                    assertThat(server.replyFifos()).isEmpty();
                }
            }
        }
    }

    @Test
    void manyFromStandardInputAndInTheShell() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK))) {
            String chief = Chief.shellWords();
            String options = " -s " + server.address() + " --reply-dir " + server.replies();
            for (String reader : List.of(" call" + options + " -", " shell" + options)) {
                Outcome outcome =
                        Outcome.of(new ProcessBuilder("sh", "-c", "printf 'a 1\\nb x=1\\n' | " + chief + reader), "");
                assertThat(outcome).isEqualTo(new Outcome(0, "OK\nOK\n", ""));
            }
            Outcome help =
                    Outcome.of(new ProcessBuilder("sh", "-c", "echo help uptime | " + chief + " shell" + options), "");
            assertThat(help).isEqualTo(new Outcome(0, "OK\n", ""));
            assertThat(server.requests().getLast().json()).contains("\"method\":\"help\",\"params\":[\"uptime\"]");
            assertThat(server.requests().stream().map(request -> request.json().replaceAll("\"id\":\\d+,", "")))
                    .filteredOn(request -> request.contains("\"b\""))
                    .hasSize(2)
                    .containsOnly("{\"jsonrpc\":\"2.0\",\"method\":\"b\",\"params\":{\"x\":\"1\"}}");
        }
    }

    @Test
    void theDoctorLooksAtBothFifos() throws Exception {
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK))) {
            String replies = server.replies().toString();
            Outcome well = Chief.run(folder, "doctor", "--reply-dir", replies, server.address());
            assertThat(well.stdout())
                    .contains("ok    " + server.path() + " is a FIFO")
                    .contains(" reads it")
                    .contains("ok    answers can come through " + replies)
                    .contains("ok    it answers version with 1 value after ");
            assertThat(well.exit()).isZero();

            Outcome detected = Chief.run(folder, "doctor", "--reply-dir", replies, "mi:" + server.path());
            assertThat(detected.stdout()).contains("ok    it answers version");
            assertThat(detected.exit()).isZero();
        }
        try (ScriptedMiFifo silent = ScriptedMiFifo.start(_ -> {})) {
            Outcome ill = Chief.run(
                    folder,
                    "doctor",
                    "--timeout",
                    "500ms",
                    "--reply-dir",
                    silent.replies().toString(),
                    silent.address());
            assertThat(ill.stdout())
                    .contains("bad   " + silent.address() + ": version: no answer within 500 ms")
                    .contains("the server has not opened the reply FIFO")
                    .contains("mend: modparam(\"mi_fifo\", \"reply_dir\"")
                    .contains("chief doctor ctl" + silent.address());
            assertThat(ill.exit()).isEqualTo(4);
        }
    }

    @Test
    void theDoctorFindsFifosThatServersHaveOpen() throws Exception {
        Path replies = Files.createDirectory(folder.resolve("r"));
        Path fifo = folder.resolve("somewhere");
        Path lines = folder.resolve("lines");
        try (Chief server = Chief.start(
                        folder,
                        "serve",
                        "--set",
                        "ctl.fifo=" + lines,
                        "--set",
                        "mi_fifo.fifo_name=" + fifo,
                        "--set",
                        "mi_fifo.reply_dir=" + replies);
                TempFolder own = TempFolder.create()) {
            server.addresses(2);

            Outcome found = Chief.run(own, "doctor", "--timeout", "5s", "--reply-dir", replies.toString());

            assertThat(found.stdout().split("\n(?=\\S)"))
                    .anySatisfy(door -> assertThat(door)
                            .startsWith("fifo:" + fifo + "\n  ok    " + fifo + " is a FIFO")
                            .contains("ok    it answers version"))
                    .anySatisfy(door -> assertThat(door)
                            .startsWith("ctlfifo:" + lines + "\n  ok    " + lines + " is a FIFO")
                            .contains("ok    it answers core.version"));
        }
    }

    /// Its last call is made while its JVM is ending already.
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void eventsAreUnsubscribedWhenTheyAreStopped(String signal) throws Exception {
        Script script = request -> {
            try (OutputStream reply = Files.newOutputStream(tmp(request), StandardOpenOption.WRITE)) {
                reply.write(OK.replace("$id", request.id()).getBytes(ISO_8859_1));
            }
        };
        try (ScriptedMiFifo server = ScriptedMiFifo.start(script);
                Chief chief = Chief.start(folder, "events", "-s", server.address(), "E_X")) {
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .until(() -> !server.requests().isEmpty());
            Thread.sleep(1000);
            if (signal.equals("INT")) {
                chief.interrupt();
            } else {
                chief.term();
            }
            Outcome outcome = chief.outcome();

            assertThat(outcome.stderr()).endsWith("chief events: stopped\n");
            assertThat(server.requests().getLast().json())
                    .contains("\"event_subscribe\"")
                    .contains(",0]");
            assertThat(server.requests())
                    .allSatisfy(request -> assertThat(tmp(request)).doesNotExist());
        }
    }

    private static Path tmp(ScriptedMiFifo.Request request) {
        return Path.of("/tmp", request.name());
    }

    /// The server runs as another user than the caller, as it does everywhere but in tests.
    @Test
    void serverAndCallerAreDifferentUsers() throws Exception {
        Tool.requireRoot("a second user");
        List<String> nobody =
                List.of(Tool.require("setpriv").toString(), "--reuid=nobody", "--regid=nogroup", "--clear-groups");
        Path doors = Files.createDirectory(folder.resolve("doors"));
        Path replies = Files.createDirectory(folder.resolve("r"));
        mode(folder.path(), "rwxr-xr-x");
        mode(doors, "rwxrwxrwx");
        mode(replies, "rwxrwxrwx");
        Path fifo = doors.resolve("fifo");
        Path config = Files.writeString(folder.resolve("config"), """
                loadmodule "mi_fifo.so"
                modparam("mi_fifo", "fifo_name", "%s")
                modparam("mi_fifo", "fifo_mode", 0600)
                modparam("mi_fifo", "reply_dir", "%s")
                """.formatted(fifo, replies));
        try (Chief server = Chief.start(folder, nobody, "serve", "--config", config.toString());
                TempFolder own = TempFolder.create()) {
            server.addresses(1);
            Outcome root = Chief.run(own, "-s", "fifo:" + fifo, "--reply-dir", replies.toString(), "pwd");
            assertThat(root.stderr()).isEmpty();
            assertThat(root.exit()).isZero();
        }
        try (ScriptedMiFifo server = ScriptedMiFifo.start(request -> request.answer(OK));
                TempFolder own = TempFolder.create()) {
            mode(server.path().getParent(), "rwxr-xr-x");
            mode(server.replies(), "rwxrwxrwx");
            mode(server.path(), "rw-r--r--");
            Outcome refused = asNobody(own, nobody, server);
            assertThat(refused.stderr())
                    .contains("cannot write to the FIFO " + server.path() + " as uid ")
                    .contains("it is rw-r--r-- of user root and group root: call as one of them");
            assertThat(refused.exit()).isEqualTo(3);

            mode(server.path(), "rw-rw-rw-");
            assertThat(asNobody(own, nobody, server)).isEqualTo(new Outcome(0, "OK\n", ""));
        }
    }

    private static Outcome asNobody(TempFolder own, List<String> nobody, ScriptedMiFifo server) throws Exception {
        try (Chief chief = Chief.start(own, nobody, line(server, "version"))) {
            return chief.outcome();
        }
    }

    private static void mode(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
