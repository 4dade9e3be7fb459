package org.wirechief.server.commands;

import java.util.Set;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Members;
import org.wirechief.endpoint.Door;

/// `core.sockets_list`: the doors that have an IP address.
final class SocketsList {
    private static final Set<String> IP = Set.of("udp", "tcp");

    private SocketsList() {}

    static CommandSpec of(ServerState state) {
        return BuiltIns.rpc("core.sockets_list")
                .summary("Lists the UDP and TCP sockets this server listens on.")
                .run((_, reply) -> reply.struct(list -> state.doors().stream()
                        .filter(door -> IP.contains(door.transport()))
                        .forEach(door -> list.struct("socket", s -> socket(door, s)))));
    }

    private static void socket(Door door, Members s) {
        s.put("proto", door.transport());
        s.put("address", door.name());
        s.put("ipaddress", ip(door));
        s.put("port", door.port());
        s.put("mcast", "no");
        s.put("mhomed", "no");
        s.put("virtual", "no");
    }

    /// The host of `tcp:127.0.0.1:2049` or `mi:udp:[::1]:8080`; a door on every address is given to
    /// clients as the loopback one.
    private static String ip(Door door) {
        switch (door.name()) {
            case "*", "0.0.0.0" -> {
                return "0.0.0.0";
            }
            case "::" -> {
                return "::";
            }
            default -> {}
        }
        String address = door.address();
        int scheme = address.indexOf(door.transport() + ":") + door.transport().length();
        String host = address.substring(scheme + 1, address.lastIndexOf(':'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
