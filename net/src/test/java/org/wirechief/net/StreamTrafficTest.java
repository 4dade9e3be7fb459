package org.wirechief.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bytes in, bytes out: order, segmentation, half close.
final class StreamTrafficTest {

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void answersPipelinedRequestsInOrder(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("a\nb\nc\n");
            assertThat(client.read(12)).isEqualTo("<a>\n<b>\n<c>\n");

            client.send("d\n");
            assertThat(client.read(4)).isEqualTo("<d>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void oneWakeUpIsOneCallOfTheHandler(Carrier carrier) throws Exception {
        var calls = new AtomicInteger();
        StreamHandler counting = (connection, bytes, from, to) -> {
            calls.incrementAndGet();
            return Lines.echoing().received(connection, bytes, from, to);
        };
        try (var door = Door.open(carrier, counting);
                var client = door.dial()) {
            client.send("a\nb\nc\n");

            assertThat(client.read(12)).isEqualTo("<a>\n<b>\n<c>\n");
            assertThat(calls).hasValue(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void gathersRequestThatComesByteByByte(Carrier carrier) throws Exception {
        var offered = new CopyOnWriteArrayList<Integer>();
        StreamHandler watching = (connection, bytes, from, to) -> {
            offered.add(to - from);
            return Lines.echoing().received(connection, bytes, from, to);
        };
        try (var door = Door.open(carrier, watching);
                var client = door.dial()) {
            for (char c : "hello\nworld\n".toCharArray()) {
                int before = offered.size();
                client.send(String.valueOf(c));
                Waiting.until(() -> offered.size() > before);
            }

            assertThat(client.read(16)).isEqualTo("<hello>\n<world>\n");
            assertThat(offered).containsExactly(1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void keepsTheStartOfTheNextRequest(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("one\ntw");
            assertThat(client.read(6)).isEqualTo("<one>\n");

            client.send("o\nthree\nfo");
            assertThat(client.read(14)).isEqualTo("<two>\n<three>\n");

            client.send("ur\n");
            assertThat(client.read(7)).isEqualTo("<four>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void halfRequestsOfTwoConnectionsDoNotMix(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var one = door.dial();
                var two = door.dial()) {
            one.send("1\none");
            assertThat(one.read(4)).isEqualTo("<1>\n");
            two.send("2\ntwo");
            assertThat(two.read(4)).isEqualTo("<2>\n");

            assertThat(one.send("!\n").read(7)).isEqualTo("<one!>\n");
            assertThat(two.send("!\n").read(7)).isEqualTo("<two!>\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void answersWhatCameBeforeHalfClose(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("a\nb\nincomplete").shutdownOutput();

            assertThat(client.readAll()).isEqualTo("<a>\n<b>\n");
            Waiting.until(() -> door.listener.connections().isEmpty());
            assertThat(door.counters.closed.sum()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void countsBytesAndConnections(Carrier carrier) throws Exception {
        try (var door = Door.open(carrier, Lines.echoing());
                var client = door.dial()) {
            client.send("abc\n").read(6);

            assertThat(door.counters.accepted.sum()).isEqualTo(1);
            assertThat(door.counters.bytesIn.sum()).isEqualTo(4);
            // counted after the write, so the client may be faster
            Waiting.until(() -> door.counters.bytesOut.sum() == 6);
            assertThat(door.budget.open()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void tellsTheHandlerOfBeginAndEnd(Carrier carrier) throws Exception {
        var story = new CopyOnWriteArrayList<String>();
        try (var door = Door.open(carrier, new Storyteller(story))) {
            try (var client = door.dial()) {
                client.send("x").read(1);
            }
            Waiting.until(() -> story.size() == 3);

            assertThat(story).containsExactly("opened 1", "received 1", "closed 1");
        }
    }

    @ParameterizedTest
    @EnumSource(Carrier.class)
    void manyConnectionsDoNotMix(Carrier carrier) throws Exception {
        int many = 500;
        try (var door = new Door(carrier, StreamLimits.DEFAULT, many, Lines.echoing())) {
            List<RawClient> clients = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                clients.add(door.dial());
            }
            for (int i = 0; i < many; i++) {
                clients.get(i).send("client " + i + "\n");
            }
            for (int i = 0; i < many; i++) {
                String expected = "<client " + i + ">\n";
                assertThat(clients.get(i).read(expected.length())).isEqualTo(expected);
            }

            assertThat(door.listener.connections())
                    .hasSize(many)
                    .extracting(StreamConnection::id)
                    .isSorted();
            for (RawClient client : clients) {
                client.close();
            }
            Waiting.until(() -> door.budget.open() == 0);
            assertThat(door.errors).isEmpty();
        }
    }

    private record Storyteller(List<String> story) implements StreamHandler {
        @Override
        public void opened(StreamConnection connection) {
            story.add("opened " + connection.id());
        }

        @Override
        public int received(StreamConnection connection, byte[] bytes, int from, int to) {
            story.add("received " + connection.id());
            connection.send(bytes, from, to);
            return to - from;
        }

        @Override
        public void closed(StreamConnection connection) {
            story.add("closed " + connection.id());
        }
    }
}
