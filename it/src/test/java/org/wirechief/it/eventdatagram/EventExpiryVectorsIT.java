package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.SettableClock;
import tools.jackson.databind.JsonNode;

/// The vectors about the end of subscriptions.
class EventExpiryVectorsIT {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String OK = "\"result\":\"OK\"";

    private static GoldenVector json(String name) {
        return EventGroup.TIMED.ofJson().stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String request(GoldenVector vector, EventReceiver receiver) {
        assertThat(EventGroup.request(vector)).contains("\"udp:127.0.0.1:29001\"");
        return EventGroup.request(vector).replace("udp:127.0.0.1:29001", receiver.name());
    }

    /// Who gets it: as captured, but nobody who asked for 0 seconds.
    private static List<String> receivers(GoldenVector vector) {
        List<String> captured = vector.json()
                .get("received")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(EventGroup.reply(vector)).isEqualTo("E_NESTED\n\n".repeat(captured.size()));
        if (!EventExpected.TIMES.contains(vector.name())) {
            return captured;
        }
        assertThat(captured).contains("unix");
        return captured.stream().filter(one -> !one.equals("unix")).toList();
    }

    @Test
    void forTwoSecondsAndForNone() throws Exception {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-02T12:00:00Z"));
        assertThat(EventGroup.TIMED.ofText()).hasSize(4);
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.text(), chief -> chief.clock(clock), "3.x");
                EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventReceiver unix = EventReceiver.unix(folder.resolve("x"))) {
            int id = server.server()
                    .chief()
                    .events()
                    .publish(EventType.named("E_NESTED"))
                    .id();
            server.subscribe("E_NESTED", udp.name() + "\n2");
            server.subscribe("E_NESTED", unix.name() + "\n0");
            for (GoldenVector vector : EventGroup.TIMED.ofText()) {
                boolean subscribed = receivers(vector).equals(List.of("udp4"));
                // the sender looks at the clock by itself
                server.await(() -> server.source("E_NESTED").hasSubscribers() == subscribed);

                assertThat(server.ask(vector.bytes("request"))).isEqualTo("200 OK\nrc:: 0\n\n");

                if (subscribed) {
                    assertThat(udp.receive().text()).as(vector.name()).isEqualTo("E_NESTED\n\n");
                }
                assertThat(server.ask(":subscribers_list:\nE_NESTED\n"))
                        .as(vector.name())
                        .isEqualTo(
                                subscribed
                                        ? "200 OK\nEvent:: E_NESTED id=" + id + "\n\tSubscriber::  socket=" + udp.name()
                                                + " expire=2\n\n"
                                        : "200 OK\n\n");
                clock.advance(SECOND);
            }
            nothingElseCame(server, udp, unix);
        }
    }

    private static void nothingElseCame(EventServer server, EventReceiver udp, EventReceiver unix) throws Exception {
        server.subscribe("E_NESTED", udp.name());
        server.subscribe("E_NESTED", unix.name());
        server.ask(":probe_raise:\nE_NESTED\nlast\n");
        assertThat(udp.receive().text()).isEqualTo("E_NESTED\nlast\n\n");
        assertThat(unix.receive().text()).isEqualTo("E_NESTED\nlast\n\n");
    }

    /// By the system's clock. What waits for a receiver when its time has passed is not sent, so
    /// the last one that was raised in time may be missing.
    @Test
    void forOneSecond() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.json());
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            long before = System.nanoTime();
            assertThat(server.ask(request(json("ev.expire_1s"), udp))).contains(OK);

            int raised = 0;
            String answer = server.json("raise_event", "[\"E_SCRIPT\"]");
            while (answer.equals(OK)) {
                raised++;
                assertThat(System.nanoTime() - before)
                        .isLessThan(Duration.ofMinutes(1).toNanos());
                Thread.sleep(10);
                answer = server.json("raise_event", "[\"E_SCRIPT\"]");
            }

            assertThat(answer).isEqualTo("\"error\":{\"code\":480,\"message\":\"Temporarily Unavailable\"}");
            assertThat(System.nanoTime() - before)
                    .isGreaterThan(Duration.ofMillis(900).toNanos());
            server.subscribe("E_SCRIPT", udp.name());
            server.json("raise_event", "[\"E_SCRIPT\",[\"last\"]]");
            int received = 0;
            while (!udp.receive().text().contains("last")) {
                received++;
            }
            assertThat(received).isBetween(raised - 1, raised);
        }
    }

    /// The original goes on until its second is over.
    @Test
    void forNoneAnyMore() throws Exception {
        assertThat(EventGroup.TIMED.ofJson()).hasSize(2);
        try (EventServer server = EventServer.start(EventDatagram.json());
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            server.subscribe("E_SCRIPT", udp.name());
            assertThat(server.json("raise_event", "[\"E_SCRIPT\"]")).isEqualTo(OK);

            assertThat(server.ask(request(json("ev.expire_0"), udp))).contains(OK);

            assertThat(server.json("raise_event", "[\"E_SCRIPT\"]")).contains("\"code\":480");
            assertThat(server.json("subscribers_list", "[]")).isEqualTo("\"result\":{\"Events\":[]}");
        }
    }
}
