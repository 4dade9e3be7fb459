package org.wirechief.it.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.hep.Hep;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// Collectors over TLS, whose certificate signs itself.
class TlsIT {
    private static final String PASSWORD = "changeit";

    private TempFolder folder;

    @BeforeEach
    void folder() throws IOException {
        folder = TempFolder.create();
    }

    @AfterEach
    void remove() throws IOException {
        folder.close();
    }

    /// A key for a host, and its certificate as PEM.
    ///
    /// @param name `ip:127.0.0.1`, `dns:example.com`
    private void key(String name) throws Exception {
        keytool("-genkeypair", "-alias", "hep", "-keyalg", "EC", "-dname", "CN=hep", "-ext", "san=" + name);
        keytool(
                "-exportcert",
                "-alias",
                "hep",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString());
    }

    private void keytool(String... arguments) throws Exception {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("-keystore", folder.resolve("keys").toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool").toFile())
                .start();
        assertThat(keytool.waitFor())
                .as(Files.readString(folder.resolve("keytool")))
                .isZero();
    }

    private HepCollector collector() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        return HepCollector.on(socket, "tls");
    }

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
        key("ip:127.0.0.1");
        try (HepCollector collector = collector();
                TracedServer server = server(Hep.to(collector.hepId())
                        .caFile(folder.resolve("ca.pem").toString()))) {
            ask(server);

            assertThat(collector.next().payload()).hasToString(":nosuch\0\n:datagram");
            assertThat(collector.next().payload()).hasToString("500:command not available");
            assertThat(server.hep("errors")).isZero();
        }
    }

    @Test
    void aCertificateThatIsNot() throws Exception {
        key("ip:127.0.0.1");
        try (HepCollector collector = collector();
                TracedServer server = server(Hep.to(collector.hepId()))) {
            ask(server);

            await().atMost(RawStream.LIMIT).until(() -> server.hep("errors") > 0);
            assertThat(server.hep("sent")).isZero();
        }
    }

    @Test
    void aCertificateOfAnotherHost() throws Exception {
        key("dns:example.com");
        try (HepCollector collector = collector();
                TracedServer server = server(Hep.to(collector.hepId())
                        .caFile(folder.resolve("ca.pem").toString()))) {
            ask(server);

            await().atMost(RawStream.LIMIT).until(() -> server.hep("errors") > 0);
            assertThat(server.hep("sent")).isZero();
        }
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
