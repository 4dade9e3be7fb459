package org.wirechief.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What carries BINRPC, by the word its addresses begin with (spec ctl §11.1).
enum Carrier {
    UNIXS(true),
    UNIXD(false),
    TCP(true),
    UDP(false);

    private final boolean stream;

    Carrier(boolean stream) {
        this.stream = stream;
    }

    /// @throws IllegalArgumentException naming those there are
    static Carrier named(String word) {
        for (Carrier carrier : values()) {
            if (carrier.word().equals(word)) {
                return carrier;
            }
        }
        throw new IllegalArgumentException("there is no carrier " + word + "; there are "
                + Arrays.stream(values()).map(Carrier::word).collect(Collectors.joining(", ")));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether replies come as one stream, in the order of the requests (spec ctl §6).
    boolean isStream() {
        return stream;
    }
}
