package org.wirechief.server.events;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.wirechief.core.Statistic;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.server.log.LogListener;

/// Raises `E_CORE_LOG` for each line that is logged (spec mi-json §12, `ev.core_log`).
///
/// Lines of those who deliver events make none, down to what sends them: a receiver that cannot be
/// reached would have another line logged for each line. Nor does a line that is logged
/// while one is raised on the same thread. Where receivers have others log, as by calling a command
/// for each line, a bound keeps the circle small: beyond it lines are counted only.
public final class LogEvents implements LogListener {
    /// Lines that are told in a second at most.
    static final int MOST_A_SECOND = 1_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM dd HH:mm:ss", Locale.ROOT);
    private static final List<String> DELIVERY = List.of("core.event", "endpoint.eventdatagram", "net.DatagramSender");

    private final EventSource source;
    private final InstantSource clock;
    private final ZoneId zone;
    private final SecondlyBound bound;
    private final LongAdder suppressed = new LongAdder();
    private final long pid = ProcessHandle.current().pid();
    private final ThreadLocal<Boolean> raising = ThreadLocal.withInitial(() -> false);

    /// @param zone in which the time of a line is told
    /// @param nanos a time that does not jump
    public LogEvents(EventSource source, InstantSource clock, ZoneId zone, LongSupplier nanos) {
        this.bound = new SecondlyBound(MOST_A_SECOND, nanos);
        this.source = source;
        this.clock = clock;
        this.zone = zone;
    }

    /// What it counts.
    public List<Statistic> statistics() {
        return List.of(new Statistic(
                "server",
                "log_events_suppressed",
                "lines that were no event, for more than " + MOST_A_SECOND + " were logged in a second",
                suppressed::sum));
    }

    @Override
    public void logged(Level level, String name, String message) {
        if (!source.hasSubscribers() || isOfDelivery(name) || raising.get()) {
            return;
        }
        if (!bound.takes()) {
            suppressed.increment();
            return;
        }
        raising.set(true);
        try {
            source.raise(() -> parameters(clock.instant(), level, name, message));
        } catch (RuntimeException e) {
            // a line too long for a receiver; to log that would be the next line
        } finally {
            raising.remove();
        }
    }

    private static boolean isOfDelivery(String name) {
        return DELIVERY.stream().anyMatch(part -> name.equals(part) || name.startsWith(part + "."));
    }

    private List<EventParameter> parameters(Instant now, Level level, String name, String message) {
        int dot = name.lastIndexOf('.');
        return List.of(
                new EventParameter("time", TIME.format(now.atZone(zone))),
                new EventParameter("pid", pid),
                new EventParameter("level", word(level)),
                new EventParameter("module", dot < 0 ? name : name.substring(0, dot)),
                new EventParameter("function", name.substring(dot + 1)),
                new EventParameter("message", message));
    }

    private static String word(Level level) {
        return switch (level) {
            case ERROR -> "ERROR";
            case WARNING -> "WARNING";
            case INFO -> "INFO";
            case DEBUG, TRACE, ALL, OFF -> "DBG";
        };
    }
}
