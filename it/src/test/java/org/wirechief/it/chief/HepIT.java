package org.wirechief.it.chief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVectors;

/// `chief hep` prints what is sent to it.
class HepIT {
    private static final String REQUEST = """
            2026-11-21T01:40:51.629779Z HEP3 tcp 127.0.0.1:36516 > 127.0.0.1:28080 id=1 type=0x57 \
            MICORRnXIAAKL2AGtAQg8AAAAAAKmsejI=
            \tversion:datagram
            """;

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private static byte[] packet(String name) {
        return GoldenVectors.read("mi-json/hep").stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow()
                .bytes("reply");
    }

    private List<String> listening(Chief chief, int doors) {
        Awaitility.await()
                .atMost(RawStream.LIMIT)
                .untilAsserted(() -> assertThat(chief.log()).hasSize(doors));
        return chief.log().stream()
                .map(line -> line.substring("chief hep: listening at ".length()))
                .toList();
    }

    @Test
    void endsAfterACount() throws Exception {
        int port = FreePort.udp();
        try (Chief chief = Chief.start(folder, "hep", "--count", "2", "udp:127.0.0.1:" + port)) {
            assertThat(listening(chief, 1)).containsExactly("udp:127.0.0.1:" + port);
            try (RawDatagrams sender = RawDatagrams.to("udp:127.0.0.1:" + port)) {
                sender.send(packet("hep.h5udp.version.1"));
                sender.send(new byte[] {7});
                sender.send(packet("hep.v1.version.1"));
            }
            Outcome outcome = chief.outcome();
            assertThat(outcome.stdout()).isEqualTo(REQUEST + """
                    - HEP1 tcp 127.0.0.1:48810 > 127.0.0.1:28080
                    \t\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00
                    """);
            assertThat(outcome.stderr()).endsWith("chief hep: 2 packets, 1 malformed\n");
            assertThat(outcome.exit()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void endsInOrderBySignal(String signal, int exit) throws Exception {
        String address = "127.0.0.1:" + FreePort.tcp();
        try (Chief chief = Chief.start(folder, "hep", address);
                RawStream sender = connected(chief, address)) {
            sender.send(packet("hep.h5udp.version.1"));
            assertThat(chief.printed(2)).containsExactly(REQUEST.split("\n"));
            Outcome kill = Outcome.of(new ProcessBuilder("sh", "-c", "kill -" + signal + " " + chief.pid()), "");
            assertThat(kill.exit()).isZero();
            Outcome outcome = chief.outcome();
            assertThat(outcome.stderr()).endsWith("chief hep: 1 packet, 0 malformed\n");
            assertThat(outcome.exit()).isEqualTo(exit);
        }
    }

    private RawStream connected(Chief chief, String address) throws IOException {
        assertThat(listening(chief, 2)).containsExactly("udp:" + address, "tcp:" + address);
        return RawStream.to("tcp:" + address);
    }

    @Test
    void aPortInUseIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "tcp:127.0.0.1:" + taken.getLocalPort();
            Outcome outcome = Chief.run(folder, "hep", address);
            assertThat(outcome.stderr()).startsWith("chief hep: cannot bind " + address + ": ");
            assertThat(outcome.exit()).isEqualTo(3);
        }
    }

    @Test
    void aReaderThatGoesAwayEndsIt() throws Exception {
        String address = "udp:127.0.0.1:" + FreePort.udp();
        Path log = folder.resolve("log");
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", Chief.shellWords() + " hep " + address + " 2>" + log + " | head -n 1");
        Process process = shell.start();
        try (RawDatagrams sender = RawDatagrams.to(address)) {
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(log).isNotEmptyFile());
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> {
                sender.send(packet("hep.h5udp.version.1"));
                return !process.isAlive();
            });
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(log)).doesNotContain("Broken pipe");
    }
}
