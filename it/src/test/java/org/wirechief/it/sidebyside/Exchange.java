package org.wirechief.it.sidebyside;

import java.util.HexFormat;
import java.util.List;

/// Bytes for a server, as they are written: each piece one write, or one datagram.
///
/// @param isWhole whether what is written next begins a new packet, or meets a closed connection
/// @param inDatagrams whether it is sent in datagrams too
record Exchange(String name, List<byte[]> writes, boolean isWhole, boolean inDatagrams) {
    static Exchange of(String name, byte[]... writes) {
        return new Exchange(name, List.of(writes), true, true);
    }

    static Exchange ofHex(String name, String... writes) {
        return of(name, List.of(writes).stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new));
    }

    /// The same that leaves a stream in the middle of a packet.
    Exchange unfinished() {
        return new Exchange(name, writes, false, inDatagrams);
    }

    /// The same for streams only.
    Exchange onStreams() {
        return new Exchange(name, writes, isWhole, false);
    }
}
