package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.client.Client;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// `chief serve` from start to end.
class ServeIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    @Test
    void servesUntilTerm() throws Exception {
        try (Chief chief = Chief.start(folder, "serve", "--config", config().toString())) {
            List<String> addresses = chief.addresses(2);
            assertThat(addresses.getFirst()).isEqualTo("unixs:" + folder.resolve("ctl"));
            assertThat(addresses.getLast()).startsWith("tcp:127.0.0.1:");
            assertThat(mode(folder.resolve("ctl"))).isEqualTo("rw-rw----");
            for (String address : addresses) {
                assertThat(call(address, "core.version")).matches("wirechief [\\d.]+ \\(\\w+/linux\\)");
            }
            try (Client client = Client.connect(addresses.getFirst())) {
                assertThat(client.call("core.psx").at(0).at("DSC").asText()).isEqualTo("attendant");
                assertThat(client.call("core.arg").at(3).asText()).isEqualTo(config().toString());
                assertThat(client.call("core.pwd").asText())
                        .isEqualTo(folder.path().toString());
            }

            chief.term();

            Outcome outcome = chief.outcome();
            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout())
                    .isEqualTo("ctl  binrpc  " + addresses.getFirst() + "\nctl  binrpc  " + addresses.getLast() + "\n");
            assertThat(outcome.stderr())
                    .endsWith("<6>server.Standalone: stopped\n")
                    .contains("TERM");
            assertThat(outcome.stderr().lines()).allMatch(line -> line.matches("<[0-7]>\\w[\\w.]*: .+"));
            assertThat(folder.names()).containsExactly("chief.cfg", "stderr", "stdout");
        }
    }

    @Test
    void aDoorOnEveryAddressIsToldAsOne() throws Exception {
        int port = FreePort.tcp();
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.binrpc=tcp:*:" + port)) {
            assertThat(chief.printed(1)).containsExactly("ctl  binrpc  tcp:127.0.0.1:" + port + "  on every address");
        }
    }

    private Path config() throws IOException {
        Path file = folder.resolve("chief.cfg");
        Files.writeString(file, """
                loadmodule "ctl.so"
                modparam("ctl", "binrpc", "unixs:%s")
                modparam("ctl", "binrpc", "tcp:127.0.0.1:%d")
                modparam("ctl", "mode", 0660)
                """.formatted(folder.resolve("ctl"), FreePort.tcp()));
        return file;
    }

    @Test
    void withoutAFileItsDoorIsPrivate() throws Exception {
        try (Chief chief = Chief.start(folder, "serve")) {
            Path socket = folder.resolve("wirechief").resolve("ctl");
            assertThat(chief.addresses(1)).containsExactly("unixs:" + socket);
            assertThat(mode(socket)).isEqualTo("rw-------");
            assertThat(mode(socket.getParent())).isEqualTo("rwx------");
            assertThat(call("unixs:" + socket, "core.echo", "x")).isEqualTo("x");

            chief.term();

            assertThat(chief.outcome().exit()).isZero();
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void doorsOfTheCommandLineTakeThePlaceOfThePrivateOne() throws Exception {
        String door = "unixs:" + folder.resolve("mine");
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.mode=0640", "--set", "ctl.binrpc=" + door)) {
            assertThat(chief.addresses(1)).containsExactly(door);
            assertThat(mode(folder.resolve("mine"))).isEqualTo("rw-r-----");
            assertThat(folder.resolve("wirechief")).doesNotExist();
            chief.term();
            assertThat(chief.outcome().stdout()).hasLineCount(1);
        }
    }

    @Test
    void aDoorForTheLineProtocolDoesSoToo() throws Exception {
        String door = "unixs:" + folder.resolve("lines");
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.fifo=" + door)) {
            assertThat(chief.addresses(1)).containsExactly(door);
            assertThat(folder.resolve("wirechief")).doesNotExist();
        }
    }

    @Test
    void otherSettingsLeaveThePrivateDoor() throws Exception {
        try (Chief chief = Chief.start(folder, "serve", "--set", "ctl.mode=0640")) {
            Path socket = folder.resolve("wirechief").resolve("ctl");
            assertThat(chief.addresses(1)).containsExactly("unixs:" + socket);
            assertThat(mode(socket)).isEqualTo("rw-r-----");
        }
    }

    @Test
    void killEndsTheProcess() throws Exception {
        try (Chief chief = Chief.start(folder, "serve")) {
            String address = chief.addresses(1).getFirst();

            assertThat(call(address, "core.kill")).isEmpty();

            assertThat(chief.outcome().exit()).isZero();
        }
    }

    @Test
    void survivesHangUp() throws Exception {
        try (Chief chief = Chief.start(folder, "serve")) {
            String address = chief.addresses(1).getFirst();

            chief.hangUp();

            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(chief.log()).anyMatch(line -> line.contains("HUP")));
            assertThat(call(address, "core.echo", "still here")).isEqualTo("still here");
            chief.term();
            assertThat(chief.outcome().exit()).isZero();
        }
    }

    @Test
    void whatCallersSendIsNotLogged() throws Exception {
        try (Chief chief = Chief.start(folder, "serve", "--set", "server.log_level=7")) {
            String address = chief.addresses(1).getFirst();
            call(address, "core.echo", "a-secret-word");
            call(address, "core.prints", "a-secret-word");

            chief.term();

            assertThat(chief.outcome().stderr()).doesNotContain("a-secret-word");
        }
    }

    /// The text of one value, empty for none.
    private static String call(String address, String command, Object... args) throws IOException {
        try (Client client = Client.connect(address)) {
            return client.callForAll(command, args).stream()
                    .map(value -> value.asText())
                    .reduce("", String::concat);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
