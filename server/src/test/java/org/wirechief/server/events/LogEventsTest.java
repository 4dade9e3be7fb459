package org.wirechief.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.server.log.Journal;
import org.wirechief.testkit.SettableClock;

class LogEventsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T01:54:09Z"));
    private final Journal journal = new Journal(new ByteArrayOutputStream());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);
    private final RaisedEvents events = new RaisedEvents();

    private Logger logger(String name) {
        return journal.getLogger("org.wirechief." + name, LogEventsTest.class.getModule());
    }

    private void listen(EventSource source) {
        journal.listener(new LogEvents(source, clock, ZoneOffset.UTC, nanos::get));
    }

    @Test
    void aLineIsAnEvent() {
        listen(events.wanted(CoreEvents.LOG));
        logger("server.Signals").log(Level.WARNING, "line {0}\n2", "1");

        assertThat(events.raised())
                .containsExactly(new Event(
                        "E_CORE_LOG",
                        new EventParameter("time", "Nov 01 01:54:09"),
                        new EventParameter("pid", ProcessHandle.current().pid()),
                        new EventParameter("level", "WARNING"),
                        new EventParameter("module", "server"),
                        new EventParameter("function", "Signals"),
                        new EventParameter("message", "line 1\n2")));
    }

    @Test
    void whatIsNotLoggedIsNone() {
        listen(events.wanted(CoreEvents.LOG));
        logger("server.Signals").log(Level.DEBUG, "detail");

        assertThat(events.raised()).isEmpty();
    }

    @Test
    void linesAboutDeliveringEventsAreNone() {
        listen(events.wanted(CoreEvents.LOG));
        for (String name : List.of("net.DatagramSender", "core.event.Events", "endpoint.eventdatagram.Sender")) {
            logger(name).log(Level.WARNING, "cannot deliver");
        }
        logger("net.DatagramSenders").log(Level.WARNING, "another");
        logger("net").log(Level.WARNING, "a listener has failed");

        assertThat(events.raised()).hasSize(2);
    }

    /// Whoever delivers may log, and on the same thread.
    @Test
    void aLineDoesNotFeedItself() {
        EventSource source = events.wanted(CoreEvents.LOG);
        LogEvents logEvents = new LogEvents(
                source,
                () -> {
                    logger("server.Clock").log(Level.WARNING, "asked");
                    return clock.instant();
                },
                ZoneOffset.UTC,
                nanos::get);
        journal.listener(logEvents);

        logger("server.Signals").log(Level.INFO, "once");

        assertThat(events.raised()).hasSize(1);
    }

    @Test
    void ofMoreLinesThanAThousandASecondTheRestIsCounted() {
        LogEvents lines = new LogEvents(events.wanted(CoreEvents.LOG), clock, ZoneOffset.UTC, nanos::get);
        journal.listener(lines);
        for (int second = 1; second <= 2; second++) {
            for (int i = 0; i < 1_100; i++) {
                logger("server.Signals").log(Level.INFO, "line");
            }
            assertThat(events.raised()).hasSize(second * 1_000);
            assertThat(lines.statistics().getFirst().value().getAsLong()).isEqualTo(100L * second);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void nothingIsMadeForNobody() {
        listen(events.unwanted(CoreEvents.LOG));
        logger("server.Signals").log(Level.ERROR, "line");

        assertThat(events.raised()).isEmpty();
    }
}
