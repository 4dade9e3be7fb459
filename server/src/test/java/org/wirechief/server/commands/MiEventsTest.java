package org.wirechief.server.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wirechief.server.commands.FakeServer.struct;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.TreeReply;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.core.event.EventLine;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.EventTransport;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.LineLimits;

class MiEventsTest {
    private final FakeServer server = new FakeServer(List.of());
    private final EventSource source = server.events.publish(EventType.named("E_PROBE"));
    private final ConcurrentLinkedQueue<EventLine> ready = new ConcurrentLinkedQueue<>();

    MiEventsTest() {
        server.events.add(new Memory(ready));
    }

    /// Takes sockets `mem:NAME`.
    private record Memory(ConcurrentLinkedQueue<EventLine> ready) implements EventTransport {
        @Override
        public @Nullable EventTarget target(Octets socket) {
            return socket.toString().startsWith("mem:") ? new Slot(socket, this) : null;
        }
    }

    private record Slot(Octets socket, Memory memory) implements EventTarget {
        private static final EventCounters TOTALS = new EventCounters();
        private static final EventBudget BUDGET = new EventBudget(1_000_000);

        @Override
        public EventEncoder encoder() {
            return event -> event.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public LineLimits limits() {
            return new LineLimits(1, 1000, LineLimits.Overflow.DROP_NEWEST);
        }

        @Override
        public EventBudget budget() {
            return BUDGET;
        }

        @Override
        public EventCounters totals() {
            return TOTALS;
        }

        @Override
        public void ready(EventLine line) {
            memory.ready.add(line);
        }
    }

    private static String fault(TreeReply reply) {
        Fault fault = catchThrowableOfType(Fault.class, reply::value);
        return fault.code() + " " + fault.reason();
    }

    @Test
    void eventsHaveNumbersInTheOrderTheyWerePublished() {
        server.events.publish(EventType.named("E_TWO"));

        assertThat(server.mi("events_list").value())
                .isEqualTo(struct(
                        "Events",
                        new Value.Arr(List.of(struct("name", "E_PROBE", "id", 0), struct("name", "E_TWO", "id", 1)))));
    }

    @Test
    void timeIsToldAndRunsOut() {
        server.mi("event_subscribe", "E_PROBE", "mem:a", 240);
        server.mi("event_subscribe", "E_PROBE", "mem:b");
        server.clock.advance(Duration.ofMillis(1_500));

        assertThat(server.mi("subscribers_list", "E_PROBE").value().at("Event").at("Subscribers"))
                .isEqualTo(new Value.Arr(List.of(
                        struct("socket", "mem:b", "expire", 3600, "ttl", 3599),
                        struct("socket", "mem:a", "expire", 240, "ttl", 239))));

        server.clock.advance(Duration.ofSeconds(239));
        assertThat(fault(server.mi("subscribers_list", "E_PROBE", "mem:a"))).isEqualTo("404 Subscriber does not exist");
        server.mi("event_subscribe", "E_PROBE", "mem:b", 0);
        assertThat(server.mi("subscribers_list", "E_PROBE").value()).isEqualTo(struct("Event", struct()));
        assertThat(fault(server.mi("raise_event", "E_PROBE"))).isEqualTo("480 Temporarily Unavailable");
    }

    @Test
    void whatWasLostIsToldOnlyWhereSomethingWas() {
        server.mi("event_subscribe", "E_PROBE", "mem:a");
        server.mi("raise_event", "E_PROBE");
        server.mi("raise_event", "E_PROBE");

        assertThat(server.mi("subscribers_list", "E_PROBE", "mem:a").value())
                .isEqualTo(struct(
                        "Event",
                        struct(
                                "name",
                                "E_PROBE",
                                "id",
                                0,
                                "Subscriber",
                                struct("socket", "mem:a", "expire", 3600, "ttl", 3600, "dropped", 1))));
    }

    @Test
    void thousandsAreListedWhole() {
        IntStream.range(0, 5_000)
                .forEach(n ->
                        server.events.subscribe(source.name(), Octets.of("mem:" + n), null, server.clock.instant()));

        Value list = server.mi("subscribers_list").value().at("Events").at(0).at("Subscribers");

        assertThat(((Value.Arr) list).elements())
                .hasSize(5_000)
                .startsWith(struct("socket", "mem:4999", "expire", "never"))
                .endsWith(struct("socket", "mem:0", "expire", "never"));
    }

    @Test
    void whatCannotBeDeliveredIsRefusedInFewWords() {
        assertThat(fault(server.mi("event_subscribe", "E_PROBE", "foo:a"))).isEqualTo("400 Bad parameter value");
        assertThat(fault(server.mi("event_subscribe", "E_NOPE", "mem:a"))).isEqualTo("400 Bad parameter value");
        assertThat(fault(server.mi("event_subscribe", "E_PROBE", ""))).isEqualTo("400 Too few or too many arguments");
        assertThat(fault(server.mi("event_subscribe", "E_PROBE", "mem:a", "-"))).isEqualTo("400 Bad parameter");
        assertThat(fault(server.mi("subscribers_list", "E_NOPE"))).isEqualTo("404 Event not published");
        assertThat(fault(server.mi("raise_event", "E_NOPE"))).isEqualTo("404 Event not registered");
    }
}
