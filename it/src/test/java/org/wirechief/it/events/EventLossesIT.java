package org.wirechief.it.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.client.event.EventCounts;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventOptions;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.Fault;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;

/// Of what does not arrive from our server at our client, everything that can be known is told.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class EventLossesIT {
    private static final EventType TYPE = EventType.named("E_X");
    private static final int MANY = 20_000;

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private String node() {
        return "mi:" + folder.resolve("mi");
    }

    private Wirechief server(EventDatagram events) throws IOException {
        return server(MiDatagram.listening(folder.resolve("mi").toString()), events);
    }

    private static Wirechief server(MiDatagram mi, EventDatagram events) throws IOException {
        return Wirechief.builder().event(TYPE).endpoint(mi).endpoint(events).start();
    }

    private static EventStream stream(Wirechief server, EventOptions options) throws IOException {
        return EventStream.open(server.doors().getFirst().address(), List.of("E_X"), options);
    }

    private static EventSource source(Wirechief server) {
        return server.events().find(TYPE.name()).orElseThrow();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    private static long statistic(Wirechief server, String name) {
        return server.statistics().value("event_datagram", name);
    }

    @Test
    void overUdpEveryEventArrivesOrIsCountedByServerSystemOrClient() throws Exception {
        EventOptions quick =
                EventOptions.DEFAULTS.withCheck(Duration.ofMillis(50)).withQueue(100);
        try (Wirechief server = server(
                        MiDatagram.udp("127.0.0.1", 0), EventDatagram.json().queueEvents(100));
                EventStream one = stream(server, quick);
                EventStream another = stream(server, quick)) {
            for (int n = 0; n < MANY; n++) {
                source(server).raise(new EventParameter("n", n));
            }
            await(() -> statistic(server, "waiting") == 0);
            assertThat(statistic(server, "raised")).isEqualTo(2 * MANY);
            assertThat(statistic(server, "sent") + statistic(server, "dropped") + statistic(server, "failed"))
                    .isEqualTo(2 * MANY);

            await(() -> received(one) + received(another) == statistic(server, "sent"));
            assertThat(takeInOrder(one)).isEqualTo(one.counts().arrived()).isPositive();
            assertThat(takeInOrder(another))
                    .isEqualTo(another.counts().arrived())
                    .isPositive();
        }
    }

    private static long received(EventStream stream) {
        EventCounts counts = stream.counts();
        return counts.arrived() + counts.dropped() + counts.overflown().orElseThrow();
    }

    private static long takeInOrder(EventStream stream) throws InterruptedException {
        long count = 0;
        long before = -1;
        for (EventNews news = stream.poll(Duration.ZERO); news != null; news = stream.poll(Duration.ZERO)) {
            if (news instanceof EventNews.Arrived arrived) {
                long number =
                        ((Value.Int) arrived.event().parameters().getFirst().value()).value();
                assertThat(number).isGreaterThan(before);
                before = number;
                count++;
            }
        }
        return count;
    }

    @Test
    void whatWasLostSinceTheLastLookIsToldAtTheEnd() throws Exception {
        EventOptions patient =
                EventOptions.DEFAULTS.withCheck(Duration.ofHours(1)).withExpiry(Duration.ofDays(1));
        try (Wirechief server = server(EventDatagram.json())) {
            EventStream stream = EventStream.open(node(), List.of("E_X"), patient);
            EventParameter tooLong = new EventParameter("long", "x".repeat(70_000));
            assertThatThrownBy(() -> source(server).raise(tooLong)).isInstanceOf(Fault.class);
            assertThat(stream.poll(Duration.ofMillis(100))).isNull();

            stream.close();

            assertThat(stream.poll(Duration.ZERO))
                    .isEqualTo(new EventNews.Gap(
                            EventNews.Cause.NOT_DELIVERED,
                            OptionalLong.of(1),
                            "the node could not deliver E_X in time"));
            assertThat(stream.isDone()).isTrue();
            assertThat(source(server).hasSubscribers()).isFalse();
        }
    }

    @Test
    void chiefTellsWhatWasLostBehindItsLastEvent() throws Exception {
        try (Wirechief server = server(EventDatagram.text());
                Chief chief = Chief.start(folder, "events", "-s", node(), "--check", "1h", "--count", "1", "E_X")) {
            await(() -> source(server).hasSubscribers());
            EventParameter tooLong = new EventParameter("long", "x".repeat(70_000));
            assertThatThrownBy(() -> source(server).raise(tooLong)).isInstanceOf(Fault.class);
            source(server).raise(new EventParameter("n", 1));

            Outcome outcome = chief.outcome();

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stdout()).isEqualTo("E_X n=1\n");
            assertThat(outcome.stderr())
                    .endsWith("\nchief events: 1 missing: the node could not deliver E_X in time\n");
        }
    }

    @Test
    void chiefGoesOnWhenTheServerIsRestartedAndTellsTheGap() throws Exception {
        Wirechief before = server(EventDatagram.text());
        try (Chief chief = Chief.start(folder, "events", "-s", node(), "--check", "50ms", "--count", "2", "E_X")) {
            await(() -> source(before).hasSubscribers());
            source(before).raise(new EventParameter("n", 1));
            chief.printed(1);
            before.close();

            try (Wirechief after = server(EventDatagram.json())) {
                await(() -> chief.log().stream().anyMatch(line -> line.contains("unknown how many missing")));
                source(after).raise(new EventParameter("n", 2));

                Outcome outcome = chief.outcome();

                assertThat(outcome.exit()).isZero();
                assertThat(outcome.stdout()).isEqualTo("E_X n=1\nE_X n=2\n");
                assertThat(outcome.stderr())
                        .contains("unknown how many missing: the node had no subscription to E_X any more;"
                                + " subscribed again, events it raised meanwhile are lost\n");
                assertThat(source(after).hasSubscribers()).isFalse();
            }
        } finally {
            before.close();
        }
    }
}
