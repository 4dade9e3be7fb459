package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.core.event.EventParameter;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.TempFolder;
import org.wirechief.testkit.SettableClock;

/// Events on their way from whoever raises them to whoever subscribed.
class EventDatagramIT {
    private static final String PIKE = "E_PIKE_BLOCKED\nip::192.168.2.11\n\n";
    private static final String PIKE_JSON =
            "{\"jsonrpc\":\"2.0\",\"method\":\"E_PIKE_BLOCKED\",\"params\":{\"ip\":\"192.168.2.11\"}}";

    /// More than a queue of the system takes.
    private static final int MANY = 2_000;

    private static void raisePike(EventServer server) {
        server.source("E_PIKE_BLOCKED").raise(new EventParameter("ip", "192.168.2.11"));
    }

    @Test
    void theManualsExampleArrivesOverBothCarriers() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text());
                TempFolder folder = TempFolder.create();
                EventReceiver unix = EventReceiver.unix(folder.resolve("opensips_event.sock"));
                EventReceiver bare = EventReceiver.unix(folder.resolve("bare.sock"));
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            server.subscribe("E_PIKE_BLOCKED", unix.name());
            server.subscribe("E_PIKE_BLOCKED", bare.name().substring("unix:".length()));
            server.subscribe("E_PIKE_BLOCKED", udp.name());

            raisePike(server);

            assertThat(unix.receive().text()).isEqualTo(PIKE);
            assertThat(bare.receive().text()).isEqualTo(PIKE);
            assertThat(udp.receive().text()).isEqualTo(PIKE);
            server.await(() -> server.statistic("sent") == 3);
        }
    }

    @Test
    void everySubscriptionMayHaveItsDialect() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.json());
                EventReceiver usual = EventReceiver.udp("127.0.0.1");
                EventReceiver text = EventReceiver.udp("127.0.0.1")) {
            server.subscribe("E_PIKE_BLOCKED", usual.name());
            server.subscribe("E_PIKE_BLOCKED", "text+" + text.name());
            server.subscribe("E_PIKE_BLOCKED", "json+" + text.name());

            raisePike(server);

            assertThat(usual.receive().text()).isEqualTo(PIKE_JSON);
            assertThat(List.of(text.receive().text(), text.receive().text()))
                    .containsExactlyInAnyOrder(PIKE, PIKE_JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void allComesFromOnePort(String host) throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text());
                EventReceiver udp = EventReceiver.udp(host)) {
            server.subscribe("E_PIKE_BLOCKED", udp.name());
            server.subscribe("E_PROBE", udp.name());

            raisePike(server);
            server.source("E_PROBE").raise();

            int port = udp.receive().port();
            assertThat(udp.receive()).isEqualTo(new EventReceiver.Got("E_PROBE\n\n", port));
        }
    }

    @Test
    void aSubscriptionEndsWithItsTime() throws Exception {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-02T12:00:00Z"));
        try (EventServer server = EventServer.start(EventDatagram.text(), chief -> chief.clock(clock), "3.x");
                EventReceiver udp = EventReceiver.udp("127.0.0.1")) {
            server.ask(":event_subscribe:\nE_PROBE\n" + udp.name() + "\n10\n");
            clock.advance(Duration.ofSeconds(9));
            assertThat(server.json("subscribers_list", "[\"E_PROBE\"]")).contains("\"expire\":10,\"ttl\":1}");
            server.source("E_PROBE").raise(new EventParameter("n", 1));
            assertThat(udp.receive().text()).isEqualTo("E_PROBE\nn::1\n\n");

            clock.advance(Duration.ofSeconds(1));
            // nobody asks: the sender looks at the clock by itself
            server.await(() -> !server.source("E_PROBE").hasSubscribers());
            assertThat(server.json("subscribers_list", "[]")).isEqualTo("\"result\":{\"Events\":[]}");
        }
    }

    /// As `subscribers_list/all` has it, and `cmd.subscribers_list`.
    @Test
    void subscribersAreListedAsTheyWereCaptured() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            int probe = server.source("E_PROBE").id();
            int pike = server.source("E_PIKE_BLOCKED").id();
            server.subscribe("E_PROBE", "udp:127.0.0.1:29001");
            server.subscribe("E_PROBE", "udp:127.0.0.1:29002\n120");
            server.subscribe("E_PROBE", "unix:/tmp/osold-ev.sock\n1200");
            server.subscribe("E_PROBE", "udp:127.0.0.1:29002\n130\nfoo\nbar");
            server.subscribe("E_PIKE_BLOCKED", "udp:localhost:29006");

            assertThat(server.ask(":subscribers_list:\n"))
                    .isEqualTo("200 OK\nEvent:: E_PROBE id=" + probe
                            + "\n\tSubscriber::  socket=unix:/tmp/osold-ev.sock expire=1200"
                            + "\n\tSubscriber::  socket=udp:127.0.0.1:29002 expire=130"
                            + "\n\tSubscriber::  socket=udp:127.0.0.1:29001 expire=3600"
                            + "\nEvent:: E_PIKE_BLOCKED id=" + pike
                            + "\n\tSubscriber::  socket=udp:localhost:29006 expire=3600\n\n");
            assertThat(server.json("subscribers_list", "[\"E_PROBE\",\"udp:127.0.0.1:29002\"]")
                            .replaceFirst("\"ttl\":1(30|29|28)}", "\"ttl\":130}"))
                    .isEqualTo("\"result\":{\"Event\":{\"name\":\"E_PROBE\",\"id\":" + probe
                            + ",\"Subscriber\":{\"socket\":\"udp:127.0.0.1:29002\",\"expire\":130,\"ttl\":130}}}");
            assertThat(server.json("subscribers_list", "[\"E_RET\"]")).isEqualTo("\"result\":{\"Event\":{}}");
            assertThat(server.ask(":subscribers_list:\nE_RET\n")).isEqualTo("200 OK\n\n");
        }
    }

    @Test
    void anEmptyEventIsOfABadType() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            assertThat(server.json("event_subscribe", "[\"\",\"udp:127.0.0.1:1\"]"))
                    .isEqualTo("\"error\":{\"code\":-32602,\"message\":\"Invalid params\","
                            + "\"data\":\"Bad type for parameter 'event'\"}");
        }
    }

    @Test
    void whatWaitsForWhoeverUnsubscribesIsDropped() throws Exception {
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.text());
                EventReceiver sleeper = EventReceiver.asleep(folder.resolve("sleeper"))) {
            server.subscribe("E_PROBE", sleeper.name());
            for (int n = 0; n < MANY; n++) {
                server.source("E_PROBE").raise(new EventParameter("n", n));
            }
            server.await(() -> server.statistic("waits") > 0);

            server.subscribe("E_PROBE", sleeper.name() + "\n0");

            server.await(() -> server.statistic("waiting") == 0);
            assertThat(server.statistic("raised")).isEqualTo(MANY);
            assertThat(server.statistic("sent") + server.statistic("dropped")).isEqualTo(MANY);
            assertThat(server.statistic("dropped")).isGreaterThan(MANY / 2);
        }
    }

    @Test
    void aSubscriberThatSleepsDoesNotKeepTheServerFromStoppingAndIsAccountedFor() throws Exception {
        try (TempFolder folder = TempFolder.create();
                EventReceiver sleeper = EventReceiver.asleep(folder.resolve("sleeper"));
                EventReceiver awake = EventReceiver.unix(folder.resolve("awake"));
                EventServer server = EventServer.start(EventDatagram.text().sendTimeout(Duration.ofHours(1)))) {
            server.subscribe("E_PROBE", sleeper.name());
            server.subscribe("E_PROBE", awake.name());
            for (int n = 0; n < MANY; n++) {
                server.source("E_PROBE").raise(new EventParameter("n", n));
            }

            server.server().chief().close();

            for (int n = 0; n < MANY; n++) {
                assertThat(awake.receive().text()).isEqualTo("E_PROBE\nn::" + n + "\n\n");
            }
            assertThat(server.statistic("waiting")).isZero();
            assertThat(server.statistic("sent") + server.statistic("failed")).isEqualTo(2 * MANY);
        }
    }

    @Test
    void aPathThatIsNoTextIsListedAsItWasWritten() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            server.subscribe("E_PROBE", "unix:/tmp/\u00ff\u00fe.sock");

            assertThat(server.ask(":subscribers_list:\nE_PROBE\n"))
                    .contains("socket=unix:/tmp/\u00ff\u00fe.sock expire=3600\n");
        }
    }

    @Test
    void aSocketThatWouldForgeALineOfTheListIsRefused() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            assertThat(server.json("event_subscribe", "[\"E_PROBE\",\"unix:/tmp/a\\nEvent:: E_X id=9\"]"))
                    .isEqualTo("\"error\":{\"code\":400,\"message\":\"Bad parameter value\"}");
            assertThat(server.ask(":subscribers_list:\n")).isEqualTo("200 OK\n\n");
        }
    }

    @Test
    void subscriptionsOfTheConfigurationLastForEver() throws Exception {
        try (EventReceiver udp = EventReceiver.udp("127.0.0.1");
                EventServer server = EventServer.start(EventDatagram.text().subscribe("E_PROBE", udp.name()))) {
            assertThat(server.ask(":subscribers_list:\n"))
                    .matches("200 OK\nEvent:: E_PROBE id=\\d+\n\tSubscriber::  socket=" + udp.name()
                            + " expire=never\n\n");
            server.source("E_PROBE").raise();
            assertThat(udp.receive().text()).isEqualTo("E_PROBE\n\n");
        }
    }

    @Test
    void anEventThatIsNotThereKeepsTheServerFromStarting() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> EventServer.start(EventDatagram.text().subscribe("E_NOPE", "udp:127.0.0.1:1")))
                .withMessage("event_datagram.subscribe: no event E_NOPE is published; events_list tells which are");
    }

    /// Loop of a server with itself: an event to its own MI door would be answered to the sender.
    @Test
    void aDoorOfTheSameServerDoesNotAnswerEvents() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            server.subscribe("E_PROBE", server.server().address());

            server.source("E_PROBE").raise();

            server.await(() -> server.server().statistic("own") == 1);
        }
    }
}
