package org.wirechief.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirechief.endpoint.Door;

final class TraceTranscriptTest {
    @Test
    void theAddressToCollectAtIsToldAfterItWasReleased() throws Exception {
        Door mi = new Door("mi_datagram", "mi", "udp", "127.0.0.1", "8080", "mi:udp:127.0.0.1:8080");
        try (TraceTranscript traced = TraceTranscript.open()) {
            int port = traced.collector().getLocalPort();
            traced.release();

            assertThat(traced.byHand(mi))
                    .isEqualTo("  chief hep udp:127.0.0.1:" + port
                            + "\n  printf ':version:\\n' | nc -u -w1 127.0.0.1 8080");
        }
    }
}
