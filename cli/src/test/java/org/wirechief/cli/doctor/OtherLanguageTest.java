package org.wirechief.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.client.ConnectOptions;
import org.wirechief.net.Address;

/// Servers at a TCP port that speak something else.
class OtherLanguageTest {
    private static final ConnectOptions CONNECTING = ConnectOptions.DEFAULTS.withDeadline(Duration.ofSeconds(60));

    private final Examination examination = new Examination("tcp:x");

    /// One that says `greeting` to everybody, answers a request for options that begins like
    /// `asked`, closes the connection after another and passes over all else.
    private record Stranger(ServerSocket listening, String greeting, String asked, String answer)
            implements AutoCloseable {
        static Stranger start(String greeting, String asked, String answer) throws IOException {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var stranger = new Stranger(listening, greeting, asked, answer);
            Thread.startVirtualThread(stranger::serve);
            return stranger;
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket client = listening.accept()) {
                    serve(client);
                } catch (IOException e) {
                    // the client has gone, or the test is over
                }
            }
        }

        private void serve(Socket client) throws IOException {
            write(client, greeting);
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("OPTIONS")) {
                    write(client, line.startsWith(asked) ? answer : "");
                    return;
                }
            }
        }

        private static void write(Socket client, String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        Address address() {
            return Address.tcp("127.0.0.1", listening.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', OPTIONS / HTTP/1.0, HTTP/1.0 501 Unsupported method, HTTP",
        "'', OPTIONS sip:, SIP/2.0 483 Too Many Hops, SIP",
        "SSH-2.0-server, none, '', SSH",
        "'', OPTIONS, '{\"error\":\"no JSON\"}', JSON",
        "'', OPTIONS, '[]', JSON",
        "'', OPTIONS / HTTP, '400 a request begins with :command:reply-fifo', the line protocol of ctl (its parameter fifo)",
        "'', OPTIONS / HTTP, '200 OK\n', the line protocol of ctl (its parameter fifo)"
    })
    void isTold(String greeting, String asked, String answer, String language) throws Exception {
        try (Stranger stranger = Stranger.start(greeting, asked, answer)) {
            new OtherLanguage(examination, CONNECTING).guess(stranger.address());
        }
        assertThat(examination.text())
                .contains("note  " + language + " is spoken there")
                .contains("mend: chief doctor   ");
    }

    @Test
    void whatIsNotKnownIsNotTold() throws Exception {
        try (Stranger stranger = Stranger.start("", "OPTIONS", "220 mail")) {
            new OtherLanguage(examination, CONNECTING).guess(stranger.address());
        }
        assertThat(examination.findings()).isEmpty();
    }

    /// It waits for the end of a line, as web servers do, and BINRPC has none.
    @Test
    void aWebServerIsSilentAtFirst() throws Exception {
        var brief = CONNECTING.withDeadline(Duration.ofSeconds(3));
        try (Stranger stranger = Stranger.start("", "OPTIONS / HTTP/1.0", "HTTP/1.0 501 Unsupported method")) {
            var doctor = new Doctor(Self.read(), KernelSockets.read(), brief);

            Examination found = doctor.examine(stranger.address().toString());

            assertThat(found.exit()).isEqualTo(ExitCode.TIMEOUT);
            assertThat(found.text())
                    .contains("bad   no answer to core.version within 3000 ms")
                    .contains("mend: journalctl")
                    .contains("note  HTTP is spoken there")
                    .doesNotContain("mi:");
        }
    }

    /// Where both are datagrams, the other of the two may be spoken.
    @Test
    void inDatagramsMiIsTheOtherLanguage() throws Exception {
        var brief = CONNECTING.withDeadline(Duration.ofMillis(200));
        try (var silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String address = "udp:127.0.0.1:" + silent.getLocalPort();
            for (String node : List.of(address, "mi:" + address, "mi:json:" + address)) {
                Examination found = new Doctor(Self.read(), KernelSockets.read(), brief).examine(node);

                assertThat(found.exit()).isEqualTo(ExitCode.TIMEOUT);
                assertThat(found.text())
                        .contains("mend: chief doctor " + (node.equals(address) ? "mi:" : "") + address + "   (if");
            }
        }
    }
}
