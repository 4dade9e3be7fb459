package org.wirechief.it.mijson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.Octets;

/// More subscribers than a datagram can hold are listed whole over a FIFO.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class MiFifoSubscribersIT {
    private static final int MANY = 5_000;
    private static final Pattern PORT =
            Pattern.compile("\\{\"socket\":\"udp:127\\.0\\.0\\.1:(\\d+)\",\"expire\":\"never\"}");

    @Test
    void thousandsAreListed() throws Exception {
        try (MiFifoServer server = MiFifoServer.start(UnaryOperator.identity(), UnaryOperator.identity())) {
            for (int port = 1; port <= MANY; port++) {
                server.chief()
                        .events()
                        .subscribe(
                                Octets.of("E_PIKE_BLOCKED"), Octets.of("udp:127.0.0.1:" + port), null, Instant.EPOCH);
            }

            String list = server.ask("f", "{\"jsonrpc\":\"2.0\",\"method\":\"subscribers_list\",\"id\":1}");

            assertThat(list)
                    .startsWith("{\"jsonrpc\":\"2.0\",\"result\":{\"Events\":[{\"name\":\"E_PIKE_BLOCKED\",\"id\":")
                    .endsWith("}]}]},\"id\":1}");
            assertThat(PORT.matcher(list).results().map(port -> Integer.parseInt(port.group(1))))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, MANY)
                            .map(port -> MANY + 1 - port)
                            .boxed()
                            .toList());
        }
    }
}
