package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.live.RawStream;

/// Requests of which only the beginning came: whoever named a reply FIFO is told, and nothing is
/// run.
class MiFifoUnfinishedIT {
    @Test
    void halfARequestWhoseTimeIsOver() throws Exception {
        String half = MiFifoServer.STORE.formatted("half", "ran").replaceAll("}$", "");
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMillis(100)))) {
            FutureTask<String> reading = server.held("r", MiFifoServer.PARSE_ERROR.length());
            server.write(":r:" + half);

            assertThat(MiFifoServer.get(reading)).isEqualTo(MiFifoServer.PARSE_ERROR);

            assertThat(server.statistic("fifo_incomplete")).isEqualTo(1);
            assertThat(server.statistic("errors")).isEqualTo(1);
            assertThat(server.fetched("half")).contains("Value not found");
        }
    }

    /// Its writer is gone, and another uses the same reply FIFO.
    @Test
    void halfARequestIsNoAnswerForTheNext() throws Exception {
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMillis(100)))) {
            server.makeReply("r");
            server.write(":r:{\"jsonrpc\":");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("reply_fifos_no_reader") == 1);

            assertThat(server.ask("r", "{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":7}"))
                    .startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,")
                    .endsWith("\"id\":7}");
            assertThat(server.statistic("reply_fifos_waited")).isLessThanOrEqualTo(1);
        }
    }

    /// The same, and the server reads both at once.
    @Test
    void halfARequestIsNoAnswerForTheNextThatIsReadWithIt() throws Exception {
        try (MiFifoServer server = MiFifoServer.start()) {
            byte[] both = (":r:{\"jsonrpc\":\"2.0\",\"meth" + ":r:{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":7}")
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(server.ask("r", both))
                    .startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,")
                    .endsWith("\"id\":7}");
            assertThat(server.statistic("abandoned")).isEqualTo(1);
        }
    }

    /// More than 4096 bytes, of which so many end before a colon in the half.
    @Test
    void halfARequestIsCountedOnceWhereverAReadOfItCouldEnd() throws Exception {
        try (MiFifoServer server = MiFifoServer.start()) {
            String half = ":h:{\"method\"";
            byte[] both = (" ".repeat(4096 - half.length()) + half
                            + ":\"x\":r:{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":7}")
                    .getBytes(StandardCharsets.ISO_8859_1);

            assertThat(server.ask("r", both)).contains("-32601").endsWith("\"id\":7}");
            assertThat(server.statistic("abandoned")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {":r", ":", ":a.b:{", "::{"})
    void halfARequestThatNamesNone(String half) throws Exception {
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMillis(100)))) {
            server.write(half);
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> server.statistic("fifo_incomplete") == 1);

            assertThat(server.ask("r", "{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"id\":7}"))
                    .contains("-32601")
                    .endsWith("\"id\":7}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 65535})
    void aRequestThatIsTooLong(int most) throws Exception {
        String request = MiFifoServer.STORE.formatted("long", "r" + "a".repeat(3 * most) + "n");
        try (MiFifoServer server = MiFifoServer.start(UnaryOperator.identity(), mi -> mi.maxRequest(most))) {
            assertThat(server.ask("r", request))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":413,\"message\":\"Request too large\","
                            + "\"data\":\"more than " + most + " bytes\"},\"id\":null}");

            assertThat(server.statistic("fifo_too_long")).isEqualTo(1);
            assertThat(server.fetched("long")).contains("Value not found");
        }
    }

    /// What was looked at is not looked at again; a test of `wire` counts it.
    @Test
    void aMebibyteInManyWrites() throws Exception {
        byte[] request = (":r:{\"jsonrpc\":\"2.0\",\"method\":\"nosuch\",\"x\":\"" + "x".repeat(1 << 20)
                        + "\",\"id\":7}")
                .getBytes(StandardCharsets.ISO_8859_1);
        try (MiFifoServer server = MiFifoServer.start(UnaryOperator.identity(), mi -> mi.maxRequest(2 << 20))) {
            FutureTask<String> reading = server.reading("r");
            try (OutputStream fifo = Files.newOutputStream(server.fifo(), StandardOpenOption.WRITE)) {
                for (int at = 0; at < request.length; at += 500) {
                    fifo.write(request, at, Math.min(500, request.length - at));
                }
            }

            assertThat(MiFifoServer.get(reading)).contains("-32601").endsWith("\"id\":7}");
            assertThat(server.statistic("garbage") + server.statistic("abandoned"))
                    .isZero();
        }
    }

    @Test
    void halfARequestWhenTheServerEnds() throws Exception {
        FutureTask<String> reading;
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMinutes(10)))) {
            reading = server.held("r", MiFifoServer.PARSE_ERROR.length());
            server.write(":r:{\"jsonrpc\":");
        }
        assertThat(MiFifoServer.get(reading)).isEqualTo(MiFifoServer.PARSE_ERROR);
    }
}
