package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.it.live.RawStream;
import org.wirechief.testkit.GoldenVector;

/// Calls the commands as an OpenSIPS was called, in the same order, and compares the answers byte
/// for byte where they do not tell about the one who answers.
class MiJsonBuiltInsIT {
    @ParameterizedTest
    @CsvSource({"builtins_udp4, false", "builtins_udp4_pretty, true", "builtins_udp4_state, false"})
    void everyCommandInOrder(String file, boolean pretty) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (MiServer server = MiServer.start("udp4", OpenSips::addTo, mi -> mi.prettyPrinting(pretty));
                RawDatagrams client = server.connect()) {
            presume(client);
            for (GoldenVector vector : MiJsonVectors.of(file)) {
                client.send(vector.bytes("request"));
                judge(all, vector, client.receive(), pretty);
            }
        }
        all.assertAll();
    }

    /// Not every vector that was captured was kept: this one stored what a later one fetches.
    private static void presume(RawDatagrams client) throws IOException {
        client.send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"cache_store\",\"params\":[\"local\",\"k3\",\"h\u00e9\\n\\\"x\"],\"id\":0}"
                        .getBytes(StandardCharsets.UTF_8));
        client.receive();
    }

    @Test
    void theConnectionsOfAnotherDoor() throws IOException {
        SoftAssertions all = new SoftAssertions();
        String tcp = "tcp:127.0.0.1:" + FreePort.tcp();
        try (MiServer server = MiServer.start(
                        "udp4", program -> OpenSips.addTo(program).endpoint(Ctl.listening(tcp)), mi -> mi);
                RawStream connection = RawStream.to(tcp);
                RawDatagrams client = server.connect()) {
            // an answer tells that the server has taken the connection in
            connection.send(Packet.request(1, "core.echo", "here"));
            connection.receivePacket();
            for (GoldenVector vector : MiJsonVectors.of("builtins_udp4_extra")) {
                client.send(vector.bytes("request"));
                judge(all, vector, client.receive(), false);
            }
        }
        all.assertAll();
    }

    static void judge(SoftAssertions all, GoldenVector vector, byte[] answer, boolean pretty) {
        String subject = MiJsonVectors.subject(vector);
        String deviation = MiJsonDeviations.NOT_SERVED.contains(MiJsonVectors.method(vector))
                ? MiJsonDeviations.notServed()
                : MiJsonDeviations.answers().get(subject);
        if (deviation != null) {
            String compact = pretty ? text(answer).replaceAll("[\n\t]", "") : text(answer);
            all.assertThat(compact).as(subject).isEqualTo(deviation);
        } else if (MiJsonDeviations.OTHER_NAMES.contains(subject)) {
            all.assertThat(JsonShape.withoutNames(answer))
                    .as(subject)
                    .isEqualTo(JsonShape.withoutNames(vector.bytes("reply")));
        } else if (MiJsonDeviations.FEWER.contains(subject)) {
            all.assertThat(JsonShape.of(vector.bytes("reply"))).as(subject).contains(JsonShape.ofFirst(answer));
        } else if (MiJsonDeviations.BY_FORM.contains(subject)) {
            all.assertThat(JsonShape.of(answer)).as(subject).isEqualTo(JsonShape.of(vector.bytes("reply")));
        } else {
            all.assertThat(text(answer)).as(subject).isEqualTo(text(vector.bytes("reply")));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /// `cmd.log_level_pid` has the number of a process that is not ours.
    @Test
    void logLevelOfAThread() throws IOException {
        try (MiServer server = MiServer.start("udp4", OpenSips::addTo, mi -> mi);
                RawDatagrams client = server.connect()) {
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"ps\",\"id\":1}".getBytes(ISO_8859_1));
            String pid = text(client.receive()).replaceAll("(?s).*\"PID\":(\\d+),\"Type\":\"MI Datagram\".*", "$1");

            client.send(("{\"jsonrpc\":\"2.0\",\"method\":\"log_level\",\"params\":[3," + pid + "],\"id\":1}")
                    .getBytes(ISO_8859_1));

            assertThat(text(client.receive())).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"Log level\":3},\"id\":1}");
        }
    }
}
