package org.wirechief.endpoint;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// Those who may refuse what comes in UDP datagrams for where it comes from, before anybody looks
/// into it. Who is refused gets no answer: the address may be forged. Safe for use by several
/// threads.
public final class SourceGuards {
    private final List<Predicate<InetAddress>> guards = new CopyOnWriteArrayList<>();

    public SourceGuards() {}

    /// Adds a guard for as long as the server lives.
    ///
    /// @param refuses asked once for each datagram, on the thread that received it; must not wait
    public void add(Predicate<InetAddress> refuses) {
        guards.add(refuses);
    }

    /// Whether a datagram from there is to be dropped. Asks every guard: each counts what comes.
    public boolean refuse(InetAddress source) {
        boolean refused = false;
        for (Predicate<InetAddress> guard : guards) {
            refused |= guard.test(source);
        }
        return refused;
    }
}
