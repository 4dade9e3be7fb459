package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingRouteTest {
    private final List<String> told = new ArrayList<>();

    private record Told(List<String> told) implements Outgoing {
        @Override
        public byte[] bytes() {
            return "x".getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void sent() {
            told.add("sent");
        }

        @Override
        public void failed() {
            told.add("failed");
            if (told.size() > 1_000) {
                throw new AssertionError("it takes out what comes without end");
            }
        }
    }

    /// Somebody puts in as fast as it is emptied.
    private record Endless(List<String> told) implements OutgoingLine {
        @Override
        public Outgoing next() {
            return new Told(told);
        }

        @Override
        public void failAll() {
            told.add("line failed");
        }

        @Override
        public int size() {
            return 1;
        }
    }

    @Test
    void endingTakesNothingMoreOutOfTheLine() {
        DatagramPeer peer = DatagramPeer.atPath("/nowhere".getBytes(StandardCharsets.US_ASCII));
        OutgoingRoute route = new OutgoingRoute(peer, new Endless(told));
        assertThat(route.take(2)).hasSize(2);

        route.end();

        assertThat(told).containsExactly("failed", "failed", "line failed");
        assertThat(route.isEmpty()).isTrue();
    }
}
