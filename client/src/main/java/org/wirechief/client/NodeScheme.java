package org.wirechief.client;

/// What the address of a node begins with, as [Client#connect(String)] takes it: it says in which
/// language to call. In any case.
public enum NodeScheme {
    /// A path follows: the FIFO of a `ctl`, which takes lines.
    CTL_FIFO("ctlfifo:"),
    /// A path follows: the FIFO of an `mi_fifo`, which takes JSON-RPC.
    MI_FIFO("fifo:"),
    /// The `socket_name` of an `mi_datagram` follows, which is called in text.
    MI_TEXT("mi:text:"),
    /// The `socket_name` of an `mi_datagram` follows, or the path of the FIFO of an `mi_fifo`;
    /// it is called in JSON-RPC.
    MI_JSON("mi:json:"),
    /// As [#MI_JSON], but a socket is called in text until it is known to take JSON-RPC alone.
    MI("mi:"),
    /// None of the above: BINRPC, at an address as `kamcmd` takes it.
    BINRPC("");

    private final String word;

    NodeScheme(String word) {
        this.word = word;
    }

    /// The scheme of that address; whether anything sensible follows is not looked at.
    public static NodeScheme of(String address) {
        // in their order: one begins as the two before it
        for (NodeScheme scheme : values()) {
            if (scheme.begins(address)) {
                return scheme;
            }
        }
        return BINRPC;
    }

    private boolean begins(String address) {
        return address.regionMatches(true, 0, word, 0, word.length());
    }

    /// As it is written, with its colon.
    public String word() {
        return word;
    }

    /// What follows in an address of this scheme.
    public String rest(String address) {
        return address.substring(word.length());
    }
}
