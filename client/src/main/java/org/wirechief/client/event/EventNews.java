package org.wirechief.client.event;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.wirechief.core.event.Event;

/// What an [EventStream] has to tell.
public sealed interface EventNews {
    /// An event came.
    ///
    /// @param at when, by this machine's clock: events carry no time
    /// @param doubts why it may not be what was raised, a line each; none for most
    record Arrived(Instant at, Event event, List<String> doubts) implements EventNews {
        public Arrived {
            doubts = List.copyOf(doubts);
        }
    }

    /// Events are missing between those before and those after it.
    ///
    /// @param events how many; empty where nobody can know, which may be none
    /// @param what one line, without a full stop
    record Gap(Cause cause, OptionalLong events, String what) implements EventNews {}

    /// Why events are missing.
    enum Cause {
        /// They were not taken in time, and more than [EventOptions#queue()] waited.
        QUEUE_FULL,
        /// The system dropped them at the socket (UDP).
        SOCKET_FULL,
        /// The node says that it could not deliver them in time, or not at all. It is asked every
        /// [EventOptions#check()]: so much earlier they may have been raised.
        NOT_DELIVERED,
        /// They came, and cannot be read.
        UNREADABLE,
        /// The node did not have the subscription any more: it was restarted, or somebody ended it.
        SUBSCRIPTION_LOST
    }

    /// Something that is wrong, or is well again; whether events are missing is not known yet.
    ///
    /// @param what one line, without a full stop
    record Notice(String what) implements EventNews {}

    /// Nothing can come any more, by a failure of this process. Told once, behind everything else.
    ///
    /// @param what one line, without a full stop
    record Ended(String what) implements EventNews {}
}
