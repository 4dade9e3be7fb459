package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A door that was found on this host.
///
/// @param address as `chief -s` takes it
/// @param otherwise addresses that say the same door in another language, to be tried where the
///     first gets no answer
/// @param presumed whether it may be no door at all: a port of a server
record Door(String address, List<String> otherwise, boolean presumed) {
    Door {
        otherwise = List.copyOf(otherwise);
    }

    /// Every address of it.
    Stream<String> addresses() {
        return Stream.concat(Stream.of(address), otherwise.stream());
    }

    /// Where it is, whatever is spoken there.
    String place() {
        return address.substring(address.indexOf(':') + 1);
    }

    static Door of(String address, String... otherwise) {
        return new Door(address, List.of(otherwise), false);
    }

    /// A FIFO. This project's server has some of either kind, and the lines of `ctl` do no harm at
    /// the other.
    static Door fifo(Path file, Optional<ServerKind> server) {
        return of(file.toString(), server, "ctlfifo:", "fifo:");
    }

    /// A socket of datagrams, of which the same is true.
    static Door datagrams(Path file, Optional<ServerKind> server) {
        return of(file.toString(), server, "unixd:", "mi:");
    }

    private static Door of(String file, Optional<ServerKind> server, String kamailio, String openSips) {
        return switch (server.orElse(ServerKind.CHIEF)) {
            case KAMAILIO -> of(kamailio + file);
            case OPENSIPS -> of(openSips + file);
            case CHIEF -> of(kamailio + file, openSips + file);
        };
    }

    static Door stream(Path file) {
        return of("unixs:" + file);
    }

    /// A port of a server that may have others which are no doors.
    static Door presumed(KernelSockets.Inet socket, ServerKind server) {
        String address = socket.door();
        return switch (server) {
            case KAMAILIO -> new Door(address, List.of(), true);
            case OPENSIPS -> new Door("mi:" + address, List.of(), true);
            case CHIEF -> new Door(address, socket.tcp() ? List.of() : List.of("mi:" + address), true);
        };
    }
}
