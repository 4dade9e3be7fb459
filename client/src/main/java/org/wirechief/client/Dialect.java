package org.wirechief.client;

/// What is spoken at an address, as far as it tells without calling there.
public enum Dialect {
    /// BINRPC of `ctl`.
    BINRPC,
    /// The lines of `ctl` over a FIFO.
    LINES,
    /// MI, in text at first.
    MI_TEXT,
    /// MI in JSON-RPC.
    MI_JSON;

    /// That of an address as [Client#connect(String)] takes it. `mi:` and a path is what the path
    /// leads to now.
    ///
    /// @throws IllegalArgumentException when that is no address
    public static Dialect of(String address) {
        return NodeAddress.parse(address).dialect();
    }

    /// Whether OpenSIPS's commands are called so, else Kamailio's.
    public boolean isMi() {
        return this == MI_TEXT || this == MI_JSON;
    }
}
