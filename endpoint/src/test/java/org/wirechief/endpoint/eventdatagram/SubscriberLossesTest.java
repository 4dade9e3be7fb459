package org.wirechief.endpoint.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.Statistic;
import org.wirechief.core.Statistics;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.core.event.EventLine;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.EventTransport;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.Events;
import org.wirechief.core.event.LineLimits;

class SubscriberLossesTest {
    /// What another transport takes, whatever it looks like.
    private static final String OTHER = "udp:127.0.0.1:9";

    private final Events events = new Events();
    private final Statistics statistics = new Statistics();
    private final EventSource source = events.publish(EventType.named("E_X"));

    /// Takes any socket, keeps one event for it and drops the others.
    private record Nowhere(boolean isOurs, Octets socket, EventBudget budget, EventCounters totals)
            implements EventTarget {
        @Override
        public EventEncoder encoder() {
            return _ -> new byte[0];
        }

        @Override
        public LineLimits limits() {
            return new LineLimits(1, 1, LineLimits.Overflow.DROP_NEWEST);
        }

        @Override
        public void ready(EventLine line) {}
    }

    @BeforeEach
    void begin() {
        EventBudget budget = new EventBudget(1_000_000);
        EventCounters totals = new EventCounters();
        EventTransport anywhere = socket -> new Nowhere(!socket.toString().equals(OTHER), socket, budget, totals);
        events.add(anywhere);
        statistics.add(new SubscriberLosses(events, target -> target instanceof Nowhere one && one.isOurs()).group());
    }

    private void subscribe(String socket) {
        events.subscribe(source.name(), Octets.of(socket), null, Instant.EPOCH);
    }

    private void raise(int times) {
        for (int i = 0; i < times; i++) {
            source.raise();
        }
    }

    private List<String> told() {
        return statistics.list(SubscriberLosses.GROUP).stream()
                .map(one -> one.name() + " = " + statistics.value(one))
                .toList();
    }

    @Test
    void thoseWhoLostMostComeFirst() {
        subscribe("udp:127.0.0.1:1");
        raise(3);
        subscribe("unix:/tmp/a b%=");
        raise(2);
        subscribe("udp:127.0.0.1:3");

        assertThat(told())
                .containsExactly(
                        "subscriptions = 3",
                        "lossy = 2",
                        "dropped/E_X/udp:127.0.0.1:1 = 4",
                        "dropped/E_X/unix:/tmp/a%20b%25%3D = 1");
    }

    @Test
    void whoeverHasEndedIsToldNoMore() {
        subscribe("udp:127.0.0.1:1");
        raise(3);
        events.subscribe(source.name(), Octets.of("udp:127.0.0.1:1"), Duration.ZERO, Instant.EPOCH);

        assertThat(told()).containsExactly("subscriptions = 0", "lossy = 0");
    }

    @Test
    void whoeverSubscribedToAnotherTransportIsLeftOut() {
        subscribe(OTHER);
        raise(3);

        assertThat(told()).containsExactly("subscriptions = 0", "lossy = 0");
    }

    /// A struct of BINRPC takes 8 KB: a member has the group before its name as `stats.fetch` tells
    /// it, three bytes more, and a number of ten digits as text with three more.
    @Test
    void howeverManyThereAreAndHoweverLongTheirNamesItFitsAStruct() {
        int many = SubscriberLosses.MOST + 10;
        IntStream.range(0, many).forEach(i -> subscribe("unix:/tmp/" + "\u00e9".repeat(40) + i));
        raise(2);

        List<Statistic> all = statistics.list(SubscriberLosses.GROUP);

        assertThat(told()).contains("lossy = " + many);
        assertThat(all).hasSize(2 + SubscriberLosses.MOST);
        assertThat(all.stream().map(Statistic::name).collect(Collectors.toSet()))
                .hasSameSizeAs(all);
        // each could have failed events too
        int member = (SubscriberLosses.GROUP + ".").length() + 16;
        assertThat(2
                        * all.stream()
                                .mapToInt(one -> one.name().length() + member)
                                .sum())
                .isLessThan(8192);
    }
}
