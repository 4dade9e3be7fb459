package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;
import org.wirechief.it.live.TlsFiles;

/// Collectors over TLS, whose certificate signs itself.
class TlsIT {
    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private static TracedServer server(Hep hep) throws IOException {
        return TracedServer.start(
                builder -> builder,
                _ -> List.of(hep, MiDatagram.udp("127.0.0.1", 0).traceDestination("hd")));
    }

    private static void ask(TracedServer server) throws IOException {
        try (RawDatagrams client = server.datagrams()) {
            client.send(":nosuch:\n".getBytes(ISO_8859_1));
            assertThat(new String(client.receive(), ISO_8859_1)).isEqualTo("500 command not available\n");
        }
    }

    @Test
    void aCertificateThatIsTrusted() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
        try (TraceCollector collector = TraceCollector.tls(0, files.served());
                TracedServer server = server(
                        Hep.to(collector.hepId()).caFile(files.certificate().toString()))) {
            ask(server);

            assertThat(collector.next().payload()).hasToString(":nosuch\0\n:datagram");
            assertThat(collector.next().payload()).hasToString("500:command not available");
            assertThat(server.hep("errors")).isZero();
        }
    }

    @Test
    void aCertificateThatIsNot() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
        try (TraceCollector collector = TraceCollector.tls(0, files.served());
                TracedServer server = server(Hep.to(collector.hepId()))) {
            ask(server);

            await().atMost(RawStream.LIMIT).until(() -> server.hep("errors") > 0);
            assertThat(server.hep("sent")).isZero();
        }
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "dns:example.com");
        try (TraceCollector collector = TraceCollector.tls(0, files.served());
                TracedServer server = server(
                        Hep.to(collector.hepId()).caFile(files.certificate().toString()))) {
            ask(server);

            await().atMost(RawStream.LIMIT).until(() -> server.hep("errors") > 0);
            assertThat(server.hep("sent")).isZero();
        }
    }

    @Test
    void aCollectorThatWasRestarted() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
        int port = FreePort.tcp();
        try (TracedServer server = server(Hep.to("[hd]127.0.0.1:" + port + ";transport=tls")
                .caFile(files.certificate().toString()))) {
            ask(server);
            long received;
            try (TraceCollector collector = TraceCollector.tls(port, files.served())) {
                collector.next();
                collector.next();
                received = collector.received();
            }
            try (TraceCollector collector = TraceCollector.tls(port, files.served())) {
                await().atMost(RawStream.LIMIT).until(() -> {
                    ask(server);
                    return collector.received() > 0;
                });
                await().atMost(RawStream.LIMIT).until(() -> server.hep("waiting") == 0);
                assertThat(server.hep("reconnects")).isPositive();
                assertThat(server.hep("sent") + server.hep("dropped")).isEqualTo(server.hep("traced"));
                long sent = server.hep("sent");
                assertThat(collector.received()).isLessThanOrEqualTo(sent - received);
                assertThat(collector.malformed()).isZero();
            }
        }
    }

    @Test
    void chiefHep() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
        String address = "tls:127.0.0.1:" + FreePort.tcp();
        Path password = Files.writeString(folder.resolve("password"), TlsFiles.PASSWORD + "\n");
        try (Chief chief = Chief.start(
                folder,
                "hep",
                "--count",
                "2",
                "--keystore",
                files.keys().toString(),
                "--password-file",
                password.toString(),
                address)) {
            await().atMost(RawStream.LIMIT)
                    .untilAsserted(() -> assertThat(chief.log()).containsExactly("chief hep: listening at " + address));
            try (TracedServer server = server(Hep.to("[hd]" + address.substring("tls:".length()) + ";transport=tls")
                    .caFile(files.certificate().toString()))) {
                ask(server);
                Outcome outcome = chief.outcome();
                assertThat(outcome.stdout()).contains("\t:nosuch\\x00", "\t500:command not available\n");
                assertThat(outcome.stderr()).endsWith("chief hep: 2 packets, 0 malformed\n");
                assertThat(outcome.exit()).isZero();
            }
        }
    }

    @Test
    void keysThatCannotBeRead() throws Exception {
        TlsFiles files = TlsFiles.in(folder, "ip:127.0.0.1");
        String keys = files.keys().toString();
        Path password = Files.writeString(folder.resolve("password"), "changedit\n");
        Path none = folder.resolve("none");
        String certificate = files.certificate().toString();

        assertRefused("--keystore " + keys + ": its password is another one", "--keystore", keys);
        assertRefused(
                "--keystore " + keys + ": its password is another one",
                "--keystore",
                keys,
                "--password-file",
                password.toString());
        assertRefused(
                "--password-file " + none + ": there is no such file",
                "--keystore",
                keys,
                "--password-file",
                none.toString());
        assertRefused("--keystore " + none + ": there is no such file", "--keystore", none.toString());
        assertRefused("--keystore " + certificate + ": holds no key that can be read", "--keystore", certificate);
        assertRefused("tls: needs --keystore FILE");
    }

    private void assertRefused(String why, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("hep"));
        words.addAll(List.of(options));
        words.add("tls:127.0.0.1:9060");
        Outcome outcome = Chief.run(folder, words.toArray(String[]::new));
        assertThat(outcome.stderr()).startsWith("chief hep: " + why);
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void aFileWithoutCertificates() throws Exception {
        Path file = folder.resolve("none.pem");
        Hep hep = Hep.to("[hd]127.0.0.1;transport=tls").caFile(file.toString());

        assertThatThrownBy(() -> server(hep))
                .isInstanceOf(IOException.class)
                .hasMessage("proto_hep.hep_ca_file = " + file + ": there is no such file");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> server(hep))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("proto_hep.hep_ca_file = " + file + ": holds no certificate");
    }
}
