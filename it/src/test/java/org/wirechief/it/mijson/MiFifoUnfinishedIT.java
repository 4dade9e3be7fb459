package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String PARSE_ERROR =
            "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}";

    private static final String STORE =
            "{\"jsonrpc\":\"2.0\",\"method\":\"cache_store\",\"params\":[\"local\",\"%s\",\"ran\"],\"id\":1}";

    private static void assertNotStored(MiFifoServer server, String key) throws Exception {
        assertThat(server.ask(
                        "f",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"cache_fetch\",\"params\":[\"local\",\"" + key
                                + "\"],\"id\":1}"))
                .contains("Value not found");
    }

    @Test
    void halfARequestWhoseTimeIsOver() throws Exception {
        String half = STORE.formatted("half").replaceAll("}$", "");
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMillis(100)))) {
            assertThat(server.ask("r", half)).isEqualTo(PARSE_ERROR);

            assertThat(server.statistic("fifo_incomplete")).isEqualTo(1);
            assertThat(server.statistic("errors")).isEqualTo(1);
            assertNotStored(server, "half");
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
        String request = STORE.formatted("long").replace("ran", "r" + "a".repeat(3 * most) + "n");
        try (MiFifoServer server = MiFifoServer.start(UnaryOperator.identity(), mi -> mi.maxRequest(most))) {
            assertThat(server.ask("r", request))
                    .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":413,\"message\":\"Request too large\","
                            + "\"data\":\"more than " + most + " bytes\"},\"id\":null}");

            assertThat(server.statistic("fifo_too_long")).isEqualTo(1);
            assertNotStored(server, "long");
        }
    }

    @Test
    void halfARequestWhenTheServerEnds() throws Exception {
        FutureTask<String> reading;
        try (MiFifoServer server =
                MiFifoServer.start(UnaryOperator.identity(), mi -> mi.requestTimeout(Duration.ofMinutes(10)))) {
            reading = server.reading("r");
            server.write(":r:{\"jsonrpc\":");
        }
        assertThat(MiFifoServer.get(reading)).isEqualTo(PARSE_ERROR);
    }
}
