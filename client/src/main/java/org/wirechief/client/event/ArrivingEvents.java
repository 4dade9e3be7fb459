package org.wirechief.client.event;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.net.DatagramHandler;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramReplies;
import org.wirechief.wire.event.Doubt;
import org.wirechief.wire.event.ReceivedEvent;

/// Reads the datagrams of a socket, on its thread.
final class ArrivingEvents implements DatagramHandler {
    private final Set<Octets> asked;
    private final NewsQueue news;
    private final LongAdder unreadable = new LongAdder();
    private final LongAdder unasked = new LongAdder();
    private final LongAdder doubtful = new LongAdder();

    ArrivingEvents(Collection<String> asked, NewsQueue news) {
        this.asked = asked.stream().map(Octets::of).collect(Collectors.toUnmodifiableSet());
        this.news = news;
    }

    @Override
    public void received(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        try {
            take(ReceivedEvent.read(bytes, from, to));
        } catch (ProtocolError e) {
            lost("a datagram of " + (to - from) + " bytes came that is " + e.getMessage());
        }
    }

    private void take(ReceivedEvent read) {
        if (!asked.contains(read.event().name())) {
            unasked.increment();
            return;
        }
        var doubts = read.doubts().stream().map(Doubt::words).sorted().toList();
        if (news.arrived(new EventNews.Arrived(Instant.now(), read.event(), doubts)) && !doubts.isEmpty()) {
            doubtful.increment();
        }
    }

    @Override
    public void tooLong(DatagramPeer peer, byte[] bytes, int from, int to, DatagramReplies replies) {
        lost("a datagram came that is longer than " + (to - from) + " bytes");
    }

    private void lost(String what) {
        unreadable.increment();
        news.gap(new EventNews.Gap(EventNews.Cause.UNREADABLE, OptionalLong.of(1), what));
    }

    /// The socket's thread has ended by a failure.
    @Override
    public void failed(Throwable cause) {
        news.end("nothing can be received any more: " + cause);
    }

    long unreadable() {
        return unreadable.sum();
    }

    long unasked() {
        return unasked.sum();
    }

    long doubtful() {
        return doubtful.sum();
    }
}
