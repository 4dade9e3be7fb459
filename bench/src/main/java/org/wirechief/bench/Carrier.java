package org.wirechief.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What carries which language: of `ctl` BINRPC, by the word its addresses begin with
/// (spec ctl §11.1); of `mi_datagram` text or JSON-RPC over UDP and Unix datagrams; JSON-RPC over
/// the FIFO of `mi_fifo`.
enum Carrier {
    UNIXS(Dialect.BINRPC, true),
    UNIXD(Dialect.BINRPC, false),
    TCP(Dialect.BINRPC, true),
    UDP(Dialect.BINRPC, false),
    TEXT_UDP(Dialect.MI_TEXT, false),
    JSON_UDP(Dialect.MI_JSON, false),
    TEXT_UNIXD(Dialect.MI_TEXT, false),
    JSON_UNIXD(Dialect.MI_JSON, false),
    FIFO(Dialect.MI_JSON, true);

    // the permitted ones are records without components
    @SuppressWarnings("ImmutableEnumChecker")
    private final Dialect dialect;

    private final boolean stream;

    Carrier(Dialect dialect, boolean stream) {
        this.dialect = dialect;
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Dialect dialect() {
        return dialect;
    }

    /// Whether `ctl` serves it, ours and Kamailio's.
    boolean isCtl() {
        return dialect.equals(Dialect.BINRPC);
    }

    /// Whether replies come as one stream, in the order of the requests (spec ctl §6).
    boolean isStream() {
        return stream;
    }
}
