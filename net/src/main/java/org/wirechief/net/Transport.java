package org.wirechief.net;

/// What carries the bytes of an [Address].
public enum Transport {
    /// A Unix stream socket.
    UNIX_STREAM("unix_stream", "unixs"),
    /// A Unix datagram socket.
    UNIX_DATAGRAM("unix_dgram", "unixd"),
    /// TCP over IPv4 or IPv6.
    TCP("tcp", "tcp"),
    /// UDP over IPv4 or IPv6.
    UDP("udp", "udp"),
    /// A named pipe.
    FIFO("fifo", "fifo");

    private final String label;
    private final String scheme;

    Transport(String label, String scheme) {
        this.label = label;
        this.scheme = scheme;
    }

    /// The name listings print, for example `unix_stream` (spec ctl §12, `ctl.listen`).
    public String label() {
        return label;
    }

    /// The word that stands before the colon of an address, for example `unixs`.
    public String scheme() {
        return scheme;
    }

    /// Whether bytes flow over connections, so that a request may arrive in pieces.
    public boolean isStream() {
        return this == UNIX_STREAM || this == TCP;
    }

    /// Whether the name of an address is a host; otherwise it is a path.
    public boolean isNetwork() {
        return this == TCP || this == UDP;
    }
}
