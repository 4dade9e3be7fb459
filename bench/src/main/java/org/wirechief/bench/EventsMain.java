package org.wirechief.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.server.Wirechief;

/// Raises events for many subscribers and accounts for every one.
public final class EventsMain {
    private static final String USAGE = """
            events [OPTION VALUE]...

              --subscribers   over UDP, 1000
              --events        raised, 100000
              --rate          events a second; 0, as fast as they can be raised
            """;

    private static final EventType TYPE = EventType.named("E_BENCH");
    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private EventsMain() {}

    /// Ends with 1 when an event is not accounted for, or came out of order; with 2 when the
    /// command line is wrong.
    public static void main(String[] args) {
        Command.run("events", USAGE, List.of("subscribers", "events", "rate"), EventsMain::run, args);
    }

    private static boolean run(Options options) throws IOException, InterruptedException {
        return run(options.integer("subscribers", 1000), options.number("events", 100_000), options.number("rate", 0));
    }

    private static boolean run(int count, long events, long rate) throws IOException, InterruptedException {
        try (EventSubscribers subscribers = new EventSubscribers(count);
                Wirechief chief = Wirechief.builder()
                        .event(TYPE)
                        .endpoint(EventDatagram.text())
                        .start()) {
            EventSource source = chief.events().publish(TYPE);
            for (String socket : subscribers.sockets()) {
                chief.events().subscribe(source.name(), Octets.of(socket), null, Instant.now());
            }
            long start = System.nanoTime();
            raise(source, events, rate, start);
            double raising = (System.nanoTime() - start) / (double) NANOS;
            awaitSettled(chief, events * count);
            double all = (System.nanoTime() - start) / (double) NANOS;
            TimeUnit.SECONDS.sleep(1);
            return tell(chief, subscribers, events * count, raising, all);
        }
    }

    private static void raise(EventSource source, long events, long rate, long start) {
        for (long i = 0; i < events; i++) {
            if (rate > 0) {
                LockSupport.parkNanos(start + i * NANOS / rate - System.nanoTime());
            }
            source.raise(new EventParameter("seq", i));
        }
    }

    private static void awaitSettled(Wirechief chief, long wanted) throws InterruptedException {
        long before = -1;
        for (long settled = settled(chief); settled < wanted && settled != before; settled = settled(chief)) {
            before = settled;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static long settled(Wirechief chief) {
        return number(chief, "sent") + number(chief, "failed") + number(chief, "dropped");
    }

    private static long number(Wirechief chief, String name) {
        return chief.statistics().value("event_datagram", name);
    }

    private static boolean tell(
            Wirechief chief, EventSubscribers subscribers, long wanted, double raising, double all) {
        long sent = number(chief, "sent");
        System.out.printf("raised        %d, counted for each subscriber, in %.1f s%n", wanted, raising);
        System.out.printf("sent          %d, %.0f a second%n", sent, sent / all);
        System.out.printf("dropped       %d, since too many waited%n", number(chief, "dropped"));
        System.out.printf("failed        %d%n", number(chief, "failed"));
        System.out.printf(
                "received      %d; what is missing did not fit a receiver's buffer%n", subscribers.received());
        System.out.printf("out of order  %d%n", subscribers.outOfOrder());
        boolean accounted = settled(chief) == wanted;
        System.out.println(accounted ? "every event is accounted for" : "events are not accounted for");
        return accounted && subscribers.outOfOrder() == 0;
    }
}
