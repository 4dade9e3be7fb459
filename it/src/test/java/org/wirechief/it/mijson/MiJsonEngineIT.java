package org.wirechief.it.mijson;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.RawDatagrams;
import org.wirechief.testkit.GoldenVector;

/// Sends the requests that an OpenSIPS was sent, over the carrier they were sent over, and compares
/// what comes back byte for byte. That nothing comes shows on the next answer.
class MiJsonEngineIT {
    private static final String MARK = "{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":\"mark\"}";
    private static final String MARKED =
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":\"mark\"}";

    private static MiServer server(String carrier, String dialect) throws IOException {
        return MiServer.start(carrier, OpenSips::addTo, mi -> mi.dialect(dialect));
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp4", "udp6", "unix"})
    void everyRequestOfItsCarrier(String carrier) throws IOException {
        int played = 0;
        try (MiServer server = server(carrier, "json");
                RawDatagrams client = server.connect()) {
            for (GoldenVector vector : MiJsonVectors.of("mi_datagram_" + carrier)) {
                if (!MiJsonDeviations.NOT_ASKED.contains(MiJsonVectors.subject(vector))) {
                    play(client, vector);
                    played++;
                }
            }
        }
        assertThat(played).isGreaterThan(10);
    }

    private static void play(RawDatagrams client, GoldenVector vector) throws IOException {
        String deviation = MiJsonDeviations.OF_ENGINE.get(MiJsonVectors.subject(vector));
        String captured = vector.hasBytes("reply") ? text(vector.bytes("reply")) : "";
        String expected = deviation == null ? captured : deviation;

        client.send(vector.bytes("request"));
        if (!expected.isEmpty()) {
            assertThat(text(client.receive())).as(vector.name()).isEqualTo(expected);
        }
        assertThatNothingElseCame(client, vector.name());
    }

    private static void assertThatNothingElseCame(RawDatagrams client, String after) throws IOException {
        client.send(MARK.getBytes(ISO_8859_1));
        assertThat(text(client.receive())).as("after " + after).isEqualTo(MARKED);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    /// `req_len_65000` and its like, of which only the beginning was kept.
    @ParameterizedTest
    @ValueSource(ints = {65000, 65456, 65457, 65458, 65507})
    void requestsOfAnyLengthThatDatagramsHave(int length) throws IOException {
        String frame = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1,\"x\":\"\"}";
        String request = frame.replace("\"\"", "\"" + "y".repeat(length - frame.length()) + "\"");
        try (MiServer server = server("udp4", "auto");
                RawDatagrams client = server.connect()) {
            client.send(request.getBytes(ISO_8859_1));

            String answer = text(client.receive());

            assertThat(answer)
                    .isEqualTo(
                            length > 65457
                                    ? "400 Parse_error"
                                    : "{\"jsonrpc\":\"2.0\",\"result\":{\"Server\":\"" + OpenSips.VERSION
                                            + "\"},\"id\":1}");
            assertThatNothingElseCame(client, length + " bytes");
        }
    }

    /// `nest_arr_30000` and `nest_valid_20000`.
    @Test
    void depthIsNoMatter() throws IOException {
        String valid = "{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1,\"x\":" + "[".repeat(20_000)
                + "]".repeat(20_000) + "}";
        try (MiServer server = server("unix", "auto");
                RawDatagrams client = server.connect()) {
            client.send("[".repeat(30_000).getBytes(ISO_8859_1));
            assertThat(text(client.receive())).isEqualTo("400 Parse_error");

            client.send(valid.getBytes(ISO_8859_1));
            assertThat(text(client.receive())).contains("\"result\"");
        }
    }

    /// `reply_len_65455` and what lies beyond: 65456 bytes leave, one more does not.
    @Test
    void answersOfAnyLengthThatIsAllowed() throws IOException {
        String one = "\"net:waiting_tls\":0,";
        try (MiServer server = server("udp4", "auto");
                RawDatagrams client = server.connect()) {
            for (int answerLength : new int[] {65455, 65456, 65457}) {
                int fixed = "{\"jsonrpc\":\"2.0\",\"result\":{},\"id\":\"\"}".length();
                int times = (answerLength - fixed - 100) / one.length();
                byte[] answer = ask(client, times, "");
                int missing = answerLength - answer.length;
                byte[] padded = ask(client, times, "p".repeat(missing));

                if (answerLength > 65456) {
                    assertThat(text(padded)).isEqualTo("500 Internal error");
                } else {
                    assertThat(padded).hasSize(answerLength);
                }
            }
        }
    }

    /// Asks for a number that does not change, `net:waiting_tls`, so many times.
    private static byte[] ask(RawDatagrams client, int times, String id) throws IOException {
        String[] names = new String[times];
        Arrays.fill(names, "\"waiting_tls\"");
        client.send(("{\"jsonrpc\":\"2.0\",\"method\":\"get_statistics\",\"id\":\"" + id + "\",\"params\":[["
                        + String.join(",", names) + "]]}")
                .getBytes(ISO_8859_1));
        return client.receive();
    }

    /// In words, and the log says more.
    @Test
    void aCommandThatBreaksDown() throws IOException {
        CommandSpec breaks = CommandSpec.named("t.breaks").run((_, _) -> {
            throw new IllegalStateException("broken on purpose");
        });
        try (MiServer server = MiServer.start("udp4", program -> program.command(breaks), mi -> mi.dialect("json"));
                RawDatagrams client = server.connect()) {
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"t.breaks\",\"id\":1}".getBytes(ISO_8859_1));

            assertThat(client.receive()).asString(ISO_8859_1).isEqualTo("500 Internal error");
            assertThat(server.chief().statistics().value("server", "broken_commands"))
                    .isEqualTo(1);
        }
    }

    @Test
    void textAndJsonOnOneSocket() throws IOException {
        try (MiServer server = server("udp4", "auto");
                RawDatagrams client = server.connect()) {
            client.send(" \n{\"jsonrpc\":\"2.0\",\"method\":\"version\",\"id\":1}".getBytes(ISO_8859_1));
            assertThat(text(client.receive())).startsWith("{\"jsonrpc\":\"2.0\",\"result\":");
            client.send(":version:\n".getBytes(ISO_8859_1));
            assertThat(text(client.receive())).startsWith("200 OK\n");
            client.send("\"version\"".getBytes(ISO_8859_1));
            assertThat(text(client.receive())).isEqualTo("500 command not available\n");
        }
    }

    @Test
    void answersAreNeverAnswered() throws IOException {
        try (MiServer server = server("udp4", "json");
                RawDatagrams client = server.connect()) {
            for (String answer : new String[] {MARKED, "[" + MARKED + "]", "400 Parse_error", "500 Internal error"}) {
                client.send(answer.getBytes(ISO_8859_1));
                assertThatNothingElseCame(client, answer);
            }
            assertThat(server.statistic("stray")).isEqualTo(4);
        }
    }

    @Test
    void batchesAreAnsweredInOneDatagram() throws IOException {
        String batch = "[" + MARK + ",{\"jsonrpc\":\"2.0\",\"method\":\"pwd\"}," + MARK + "]";
        try (MiServer server = server("unix", "auto");
                RawDatagrams client = server.connect()) {
            client.send(batch.getBytes(ISO_8859_1));

            assertThat(text(client.receive())).isEqualTo("[" + MARKED + "," + MARKED + "]");
        }
    }

    @Test
    void namesOfFourPointZero() throws IOException {
        try (MiServer server = MiServer.start("udp4", OpenSips::addTo, mi -> mi.names("4.0"));
                RawDatagrams client = server.connect()) {
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"core:version\",\"id\":1}".getBytes(ISO_8859_1));
            assertThat(text(client.receive())).contains(OpenSips.VERSION);
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"which\",\"id\":1}".getBytes(ISO_8859_1));
            assertThat(text(client.receive())).contains("\"statistics:get\"").doesNotContain("\"get_statistics\"");
        }
    }
}
