package org.wirechief.bench;

/// How a cookie says which request it belongs to: the bits `01`, 10 of the connection, 10 of the
/// slot in the connection's window, 10 that change each time the slot is used.
///
/// The first two bits make every cookie four bytes on the wire (spec ctl §2), so that all requests
/// of a run, and all right replies, have the same length.
final class Cookies {
    /// The most connections, slots and turns there are.
    static final int RANGE = 1 << 10;

    /// A cookie like any other, for a packet that is no part of a load.
    static final int SAMPLE = 0x4000_0000;

    /// No cookie of a load.
    static final int NONE = 0;

    private Cookies() {}

    static int of(int connection, int slot, int turn) {
        return SAMPLE | connection << 20 | slot << 10 | turn;
    }

    static int connection(int cookie) {
        return cookie >>> 20 & RANGE - 1;
    }

    static int slot(int cookie) {
        return cookie >>> 10 & RANGE - 1;
    }

    static int turn(int cookie) {
        return cookie & RANGE - 1;
    }
}
