package org.wirechief.endpoint.eventdatagram;

import java.time.Duration;
import java.util.List;
import org.wirechief.core.event.LineLimits;
import org.wirechief.net.SenderLimits;
import org.wirechief.wire.event.EventDialect;

/// The parameters of `event_datagram`, each valid by itself.
///
/// @param format the dialect of sockets that ask for none
/// @param unsigned whether integers in text are printed as the original prints them
/// @param maxEvent bytes of the longest datagram
/// @param queue how much may wait for one receiver
/// @param queueTotal bytes of what may wait for all together; 0 for what the heap allows
/// @param sender how long it may take nothing, and the size of the kernel's buffer
/// @param standing subscriptions made at the start
record EventDatagramParameters(
        EventFormat format,
        boolean unsigned,
        int maxEvent,
        LineLimits queue,
        int queueTotal,
        SenderLimits sender,
        List<Standing> standing) {

    /// The seed's limit; UDP over IPv4 would carry 50 bytes more.
    static final int LONGEST_EVENT = 65457;

    /// More than that needs asking for.
    private static final long USUAL_TOTAL = 256 * 1024 * 1024;

    /// Of the heap for what waits, where that is less.
    private static final int HEAP_SHARE = 4;

    static final EventDatagramParameters INITIAL = new EventDatagramParameters(
            EventFormat.TEXT,
            false,
            LONGEST_EVENT,
            new LineLimits(4096, 1024 * 1024, LineLimits.Overflow.DROP_OLDEST),
            0,
            new SenderLimits(Duration.ofSeconds(5), 4 * 1024 * 1024),
            List.of());

    EventDatagramParameters {
        standing = List.copyOf(standing);
    }

    EventDatagramParameters with(EventFormat changed) {
        return new EventDatagramParameters(changed, unsigned, maxEvent, queue, queueTotal, sender, standing);
    }

    EventDatagramParameters withUnsigned(boolean changed) {
        return new EventDatagramParameters(format, changed, maxEvent, queue, queueTotal, sender, standing);
    }

    EventDatagramParameters withMaxEvent(int changed) {
        return new EventDatagramParameters(format, unsigned, changed, queue, queueTotal, sender, standing);
    }

    EventDatagramParameters with(LineLimits changed) {
        return new EventDatagramParameters(format, unsigned, maxEvent, changed, queueTotal, sender, standing);
    }

    EventDatagramParameters withQueueTotal(int changed) {
        return new EventDatagramParameters(format, unsigned, maxEvent, queue, changed, sender, standing);
    }

    EventDatagramParameters with(SenderLimits changed) {
        return new EventDatagramParameters(format, unsigned, maxEvent, queue, queueTotal, changed, standing);
    }

    EventDatagramParameters withStanding(List<Standing> changed) {
        return new EventDatagramParameters(format, unsigned, maxEvent, queue, queueTotal, sender, changed);
    }

    /// How many bytes may wait for all together.
    ///
    /// @param heap bytes it may have at most
    long mostWaiting(long heap) {
        return queueTotal > 0 ? queueTotal : Math.clamp(heap / HEAP_SHARE, 1, USUAL_TOTAL);
    }

    DatagramEncoder encoder(EventFormat asked) {
        return switch (asked) {
            case TEXT -> new DatagramEncoder(unsigned ? EventDialect.UNSIGNED_TEXT : EventDialect.TEXT, maxEvent);
            case JSON -> new DatagramEncoder(EventDialect.JSON, maxEvent);
        };
    }
}
