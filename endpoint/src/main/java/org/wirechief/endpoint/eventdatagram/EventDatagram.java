package org.wirechief.endpoint.eventdatagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.core.event.LineLimits;
import org.wirechief.endpoint.Endpoint;
import org.wirechief.endpoint.Given;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ModuleDescription;
import org.wirechief.net.SenderLimits;

/// OpenSIPS' `event_datagram` as configured: events go to UDP and Unix sockets, a datagram each.
/// Immutable; each method returns a changed copy and throws [ConfigError] for a value that cannot
/// be.
///
/// ```java
/// EventDatagram.text().subscribe("E_PIKE_BLOCKED", "udp:127.0.0.1:8081")
/// ```
///
/// Others subscribe with `event_subscribe`, or programs with
/// [org.wirechief.core.event.Events#subscribe].
public final class EventDatagram implements Endpoint {
    /// How the configuration sets it.
    public static final ModuleDescription<EventDatagram> MODULE = new ModuleDescription<>(
            "event_datagram", new EventDatagram(EventDatagramParameters.INITIAL), EventDatagramModule.PARAMETERS);

    private static final int SHORTEST_EVENT = 128;

    private final EventDatagramParameters parameters;

    private EventDatagram(EventDatagramParameters parameters) {
        this.parameters = parameters;
    }

    /// Sends the lines of OpenSIPS 1.x and 2.x.
    public static EventDatagram text() {
        return MODULE.initial().dialect("text");
    }

    /// Sends the JSON-RPC notifications of OpenSIPS 3.x and 4.x.
    public static EventDatagram json() {
        return MODULE.initial().dialect("json");
    }

    /// What sockets get that ask for nothing else: `text` at first, or `json`.
    public EventDatagram dialect(String word) {
        return new EventDatagram(parameters.with(EventFormat.parse(word)
                .orElseThrow(() -> ConfigError.of("event_datagram.dialect", word, "allowed are text, json"))));
    }

    /// Whether text has integers as the original prints them, without a sign and 64 bits wide, so
    /// that -1 is 18446744073709551615; no at first.
    public EventDatagram unsignedIntegers(boolean unsigned) {
        return new EventDatagram(parameters.withUnsigned(unsigned));
    }

    /// The longest datagram in bytes, 65457 at first; who raises a longer one is told.
    public EventDatagram maxEvent(int bytes) {
        if (bytes < SHORTEST_EVENT || bytes > EventDatagramParameters.LONGEST_EVENT) {
            throw ConfigError.of(
                    "event_datagram.max_event",
                    bytes,
                    "allowed are " + SHORTEST_EVENT + " to " + EventDatagramParameters.LONGEST_EVENT + " bytes");
        }
        return new EventDatagram(parameters.withMaxEvent(bytes));
    }

    /// How many events may wait for one receiver, 4096 at first.
    public EventDatagram queueEvents(int events) {
        LineLimits now = parameters.queue();
        return new EventDatagram(parameters.with(given("queue_events", events)
                .within("1 or more", () -> new LineLimits(events, now.bytes(), now.overflow()))));
    }

    /// How many bytes of them, 1 MiB at first. A longer event waits alone.
    public EventDatagram queueBytes(int bytes) {
        LineLimits now = parameters.queue();
        return new EventDatagram(parameters.with(given("queue_bytes", bytes)
                .within("1 or more", () -> new LineLimits(now.events(), bytes, now.overflow()))));
    }

    /// How many bytes may wait for all receivers together, each event counted for each receiver and
    /// 64 bytes longer than it is.
    ///
    /// @param bytes 0, as at first, for a quarter of the heap, at most 256 MiB
    public EventDatagram queueTotal(int bytes) {
        if (bytes < 0) {
            throw ConfigError.of("event_datagram.queue_total", bytes, "allowed are 0 or more");
        }
        return new EventDatagram(parameters.withQueueTotal(bytes));
    }

    /// What gives way beyond that: `drop_oldest` at first, or `drop_newest`.
    public EventDatagram overflow(String word) {
        LineLimits now = parameters.queue();
        LineLimits.Overflow overflow = switch (word) {
            case "drop_oldest" -> LineLimits.Overflow.DROP_OLDEST;
            case "drop_newest" -> LineLimits.Overflow.DROP_NEWEST;
            default -> throw ConfigError.of("event_datagram.overflow", word, "allowed are drop_oldest, drop_newest");
        };
        return new EventDatagram(parameters.with(new LineLimits(now.events(), now.bytes(), overflow)));
    }

    /// How long a receiver on a Unix socket may take nothing before what waits for it is given up,
    /// 5 s at first.
    public EventDatagram sendTimeout(Duration time) {
        return new EventDatagram(parameters.with(given("send_timeout", TimeUnit.MILLISECONDS.convert(time))
                .within(
                        "1 to 3600000 ms",
                        () -> new SenderLimits(time, parameters.sender().sendBuffer()))));
    }

    /// What the kernel is asked to keep for receivers that have not read yet, 4 MiB at first.
    public EventDatagram sendBuffer(int bytes) {
        return new EventDatagram(parameters.with(given("send_buffer", bytes)
                .within(
                        "1 byte or more",
                        () -> new SenderLimits(parameters.sender().patience(), bytes))));
    }

    /// Adds a subscription that is made when the server starts, and lasts for ever.
    ///
    /// @param socket `udp:host:port`, `unix:path`, `unix:@name` or a path; `text+` or `json+`
    ///     before it asks for that dialect
    public EventDatagram subscribe(String event, String socket) {
        return with(new Standing(event, socket, null));
    }

    /// Adds one that lasts for so long.
    public EventDatagram subscribe(String event, String socket, Duration lifetime) {
        return with(new Standing(event, socket, lifetime));
    }

    EventDatagram with(Standing one) {
        List<Standing> more = new ArrayList<>(parameters.standing());
        more.add(one);
        return new EventDatagram(parameters.withStanding(more));
    }

    private static Given given(String parameter, long number) {
        return new Given("event_datagram." + parameter, Value.of(number));
    }

    @Override
    public String module() {
        return EventDatagramStatistics.GROUP;
    }

    @Override
    public LiveEndpoint in(Host host) {
        return new LiveEventDatagram(parameters, host);
    }
}
