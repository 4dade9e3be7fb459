package org.wirechief.client.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.event.Event;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NewsQueueTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private final NewsQueue queue = new NewsQueue(2);

    private static EventNews.Arrived event(String name) {
        return new EventNews.Arrived(Instant.EPOCH, new Event(name), List.of());
    }

    private static EventNews.Gap gap(EventNews.Cause cause, OptionalLong events) {
        return new EventNews.Gap(cause, events, "why");
    }

    private @Nullable EventNews next() throws InterruptedException {
        return queue.poll(Duration.ZERO);
    }

    private List<EventNews> all() throws InterruptedException {
        List<EventNews> all = new ArrayList<>();
        for (EventNews news = next(); news != null; news = next()) {
            all.add(news);
        }
        return all;
    }

    @Test
    void whatFindsItFullIsCountedInItsPlace() throws Exception {
        queue.arrived(event("a"));
        queue.arrived(event("b"));
        assertThat(queue.arrived(event("c"))).isFalse();
        assertThat(queue.arrived(event("d"))).isFalse();
        EventNews first = next();
        assertThat(queue.arrived(event("e"))).isTrue();

        assertThat(first).isEqualTo(event("a"));
        assertThat(all())
                .containsExactly(
                        event("b"),
                        new EventNews.Gap(EventNews.Cause.QUEUE_FULL, OptionalLong.of(2), "more than 2 events waited"),
                        event("e"));
        assertThat(queue.arrived()).isEqualTo(3);
        assertThat(queue.dropped()).isEqualTo(2);
    }

    @Test
    void betweenEventsThereIsAGapOfEachCauseAndANotice() throws Exception {
        queue.arrived(event("a"));
        for (int i = 0; i < 1000; i++) {
            queue.gap(gap(EventNews.Cause.UNREADABLE, OptionalLong.of(1)));
            queue.notice("notice " + i);
            queue.gap(gap(EventNews.Cause.SUBSCRIPTION_LOST, UNKNOWN));
        }
        queue.arrived(event("b"));
        queue.gap(gap(EventNews.Cause.UNREADABLE, OptionalLong.of(1)));

        assertThat(all())
                .containsExactly(
                        event("a"),
                        gap(EventNews.Cause.UNREADABLE, OptionalLong.of(1000)),
                        new EventNews.Notice("notice 999"),
                        gap(EventNews.Cause.SUBSCRIPTION_LOST, UNKNOWN),
                        event("b"),
                        gap(EventNews.Cause.UNREADABLE, OptionalLong.of(1)));
    }

    @Test
    void whoWaitsIsWokenByNewsAndByTheEnd() throws Exception {
        Thread.startVirtualThread(() -> queue.arrived(event("a")));
        assertThat(queue.poll(Duration.ofMinutes(2))).isEqualTo(event("a"));

        Thread.startVirtualThread(queue::close);
        assertThat(queue.poll(Duration.ofMinutes(2))).isNull();
        assertThat(queue.isClosed()).isTrue();
    }

    @Test
    void aFailureIsToldOnceBehindEverythingElse() throws Exception {
        queue.arrived(event("a"));
        new ArrivingEvents(List.of("a"), queue).failed(new IllegalStateException("reader"));
        queue.end("keeper");
        queue.notice("late");

        assertThat(queue.isClosed()).isFalse();
        assertThat(all())
                .containsExactly(
                        event("a"),
                        new EventNews.Notice("late"),
                        new EventNews.Ended(
                                "nothing can be received any more: java.lang.IllegalStateException:" + " reader"));
        assertThat(queue.isClosed()).isTrue();
    }

    @Test
    void whatIsThereCanBeTakenAfterTheEnd() throws Exception {
        queue.arrived(event("a"));
        queue.close();

        assertThat(queue.isClosed()).isFalse();
        assertThat(all()).containsExactly(event("a"));
        assertThat(queue.isClosed()).isTrue();
    }

    @Test
    void onePatientForEverGetsWhatIsThere() throws Exception {
        queue.arrived(event("a"));

        assertThat(queue.poll(ChronoUnit.FOREVER.getDuration())).isEqualTo(event("a"));
    }
}
