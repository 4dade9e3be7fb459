package org.wirechief.endpoint.eventdatagram;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.wirechief.core.ConfigError;
import org.wirechief.endpoint.Parameter;
import org.wirechief.endpoint.Parameter.Kind;

/// The parameters of `event_datagram` as the configuration spells them. The original has none.
final class EventDatagramModule {
    static final List<Parameter<EventDatagram>> PARAMETERS = List.of(
            text(
                    "dialect",
                    "text",
                    "what sockets get that ask for nothing else: text (1.x, 2.x) or json (3.x, 4.x)",
                    EventDatagram::dialect),
            integer(
                    "unsigned_integers",
                    "0",
                    "",
                    "1 prints integers in text as OpenSIPS does, -1 as 18446744073709551615",
                    (events, value) -> events.unsignedIntegers(flag("unsigned_integers", value))),
            text(
                    "subscribe",
                    "",
                    "a subscription made at the start: event, socket and, unless it lasts for ever, seconds;"
                            + " may be given several times",
                    (events, text) -> events.with(Standing.parse(text))),
            integer("max_event", "65457", "bytes", "the longest datagram", EventDatagram::maxEvent),
            integer(
                    "queue_events",
                    "4096",
                    "",
                    "how many events may wait for one receiver",
                    EventDatagram::queueEvents),
            integer("queue_bytes", "1048576", "bytes", "how much they may take", EventDatagram::queueBytes),
            integer(
                    "queue_total",
                    "0",
                    "bytes",
                    "how much may wait for all receivers together, each event 64 bytes longer than it is;"
                            + " 0 for a quarter of the heap, at most 256 MiB",
                    EventDatagram::queueTotal),
            text(
                    "overflow",
                    "drop_oldest",
                    "what gives way beyond that: drop_oldest, drop_newest",
                    EventDatagram::overflow),
            integer(
                    "send_timeout",
                    "5000",
                    "ms",
                    "how long a receiver may take nothing before what waits for it is given up",
                    (events, millis) -> events.sendTimeout(Duration.ofMillis(millis))),
            integer(
                    "send_buffer",
                    "4194304",
                    "bytes",
                    "what the kernel is asked to keep for receivers that have not read yet",
                    EventDatagram::sendBuffer));

    private EventDatagramModule() {}

    private static Parameter<EventDatagram> text(
            String name, String initial, String summary, BiFunction<EventDatagram, String, EventDatagram> set) {
        return new Parameter<>(
                name, Kind.TEXT, initial, "", summary, (events, value) -> set.apply(events, value.asText()));
    }

    private static Parameter<EventDatagram> integer(
            String name,
            String initial,
            String unit,
            String summary,
            BiFunction<EventDatagram, Integer, EventDatagram> set) {
        return new Parameter<>(
                name,
                Kind.INTEGER,
                initial,
                unit,
                summary,
                (events, value) -> set.apply(events, narrow(name, value.asLong())));
    }

    private static boolean flag(String name, int value) {
        if (value != 0 && value != 1) {
            throw ConfigError.of("event_datagram." + name, value, "allowed are 0 and 1");
        }
        return value == 1;
    }

    private static int narrow(String name, long wide) {
        if (wide != (int) wide) {
            throw ConfigError.of("event_datagram." + name, wide, "not a 32-bit integer");
        }
        return (int) wide;
    }
}
