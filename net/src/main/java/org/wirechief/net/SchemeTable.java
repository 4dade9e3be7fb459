package org.wirechief.net;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The scheme words of `ctl` and its client (spec ctl §11.1), and of `mi_datagram`. Kept apart from
/// [AddressRules] so that its constants have something to be built from.
final class SchemeTable {
    static final int CTL_PORT = 2049;
    static final Map<String, Transport> SOCKETS = table(false);
    static final Map<String, Transport> WITH_FIFO = table(true);

    static final Map<String, Transport> UDP_OR_PATH = Map.of("udp", Transport.UDP);

    private SchemeTable() {}

    private static Map<String, Transport> table(boolean fifo) {
        var words = new LinkedHashMap<String, Transport>();
        words.put("unixs", Transport.UNIX_STREAM);
        words.put("unix", Transport.UNIX_STREAM);
        words.put("unixd", Transport.UNIX_DATAGRAM);
        words.put("tcp", Transport.TCP);
        words.put("udp", Transport.UDP);
        if (fifo) {
            words.put("fifo", Transport.FIFO);
        }
        return Collections.unmodifiableMap(words);
    }
}
