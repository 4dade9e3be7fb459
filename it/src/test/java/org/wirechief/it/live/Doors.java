package org.wirechief.it.live;

import java.util.function.Predicate;
import org.wirechief.endpoint.Door;
import org.wirechief.server.Wirechief;

/// Where the doors of a server are.
public final class Doors {
    private Doors() {}

    /// The address of the first door whose address begins so, `tcp:`.
    public static String address(Wirechief server, String beginning) {
        return address(server, _ -> true, beginning);
    }

    /// Of those at which this is spoken, `binrpc`, `fifo`.
    public static String address(Wirechief server, String payload, String beginning) {
        return address(server, door -> door.payload().equals(payload), beginning);
    }

    private static String address(Wirechief server, Predicate<Door> among, String beginning) {
        return server.doors().stream()
                .filter(among)
                .map(Door::address)
                .filter(address -> address.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no door at " + beginning));
    }

    /// The door of `mi_datagram` as [RawDatagrams] take it: `udp:[::1]:40000`, `unixd:/tmp/x/mi`.
    public static String datagrams(Wirechief server) {
        Door door = server.doors().stream()
                .filter(one -> one.module().equals("mi_datagram"))
                .findFirst()
                .orElseThrow();
        String address = door.address().substring("mi:".length());
        return door.transport().equals("udp") ? address : "unixd:" + address;
    }
}
