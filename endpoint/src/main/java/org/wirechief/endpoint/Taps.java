package org.wirechief.endpoint;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Tap;

/// Where a server's exchanges can be told: modules add destinations when they are built, doors look
/// for theirs when they open. Safe for use by several threads.
public final class Taps {
    private final ConcurrentSkipListMap<String, Tap> byName = new ConcurrentSkipListMap<>();

    public Taps() {}

    /// Adds a destination for as long as the server lives.
    public void add(String name, Tap tap) {
        byName.put(name, tap);
    }

    /// The destination of exactly that name; null for none.
    public @Nullable Tap find(String name) {
        return byName.get(name);
    }

    /// All their names.
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }
}
