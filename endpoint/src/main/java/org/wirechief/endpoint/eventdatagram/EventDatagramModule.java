package org.wirechief.endpoint.eventdatagram;

import java.time.Duration;
import java.util.List;
import org.wirechief.endpoint.Parameter;

/// The parameters of `event_datagram` as the configuration spells them. The original has none.
final class EventDatagramModule {
    static final List<Parameter<EventDatagram>> PARAMETERS = List.of(
            Parameter.text(
                    "dialect",
                    "text",
                    "what sockets get that ask for nothing else: text (1.x, 2.x) or json (3.x, 4.x)",
                    EventDatagram::dialect),
            Parameter.flag(
                    "unsigned_integers",
                    "1 prints integers in text as OpenSIPS does, -1 as 18446744073709551615",
                    EventDatagram::unsignedIntegers),
            Parameter.text(
                    "subscribe",
                    "",
                    "a subscription made at the start: event, socket and, unless it lasts for ever, seconds;"
                            + " may be given several times",
                    (events, text) -> events.with(Standing.parse(text))),
            Parameter.integer("max_event", "65457", "bytes", "the longest datagram", EventDatagram::maxEvent),
            Parameter.integer(
                    "queue_events",
                    "4096",
                    "",
                    "how many events may wait for one receiver",
                    EventDatagram::queueEvents),
            Parameter.integer("queue_bytes", "1048576", "bytes", "how much they may take", EventDatagram::queueBytes),
            Parameter.integer(
                    "queue_total",
                    "0",
                    "bytes",
                    "how much may wait for all receivers together, each event 64 bytes longer than it is;"
                            + " 0 for a quarter of the heap, at most 256 MiB",
                    EventDatagram::queueTotal),
            Parameter.text(
                    "overflow",
                    "drop_oldest",
                    "what gives way beyond that: drop_oldest, drop_newest",
                    EventDatagram::overflow),
            Parameter.integer(
                    "send_timeout",
                    "5000",
                    "ms",
                    "how long a receiver may take nothing before what waits for it is given up",
                    (events, millis) -> events.sendTimeout(Duration.ofMillis(millis))),
            Parameter.integer(
                    "send_buffer",
                    "4194304",
                    "bytes",
                    "what the kernel is asked to keep for receivers that have not read yet",
                    EventDatagram::sendBuffer));

    private EventDatagramModule() {}
}
