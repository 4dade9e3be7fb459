package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The doors among the sockets that are open: those of server processes, and those whose names
/// tell.
final class ServerSockets {
    private static final List<String> NAMES = List.of("kamailio", "opensips", "wirechief", "chief", "kam_ctl");

    /// What this project's server binds its sockets as, beside the place it moves them to.
    private static final Pattern STAGED = Pattern.compile("/\\.[0-9a-v]{4}/s$");

    /// A folder for the answers or the events of a client of this project.
    private static final String OF_CLIENT = "/chief-";

    private static final int CTL_PORT = 2049;

    private final KernelSockets sockets;
    private final Map<Long, ServerKind> servers = new HashMap<>();

    ServerSockets(KernelSockets sockets, List<ServerProcess> processes) {
        this.sockets = sockets;
        for (ServerProcess process : processes) {
            ServerKind.of(process.commandLine())
                    .ifPresent(kind -> process.sockets().forEach(socket -> servers.put(socket, kind)));
        }
    }

    Stream<Door> doors() {
        return Stream.concat(
                sockets.unix().stream().flatMap(this::doors),
                sockets.inet().stream().flatMap(this::door));
    }

    private Stream<Door> doors(KernelSockets.Unix socket) {
        boolean takesCalls = socket.listening() || !socket.stream();
        boolean known = servers.containsKey(socket.inode())
                || isStaged(socket)
                || NAMES.stream().anyMatch(socket.path()::contains);
        if (!takesCalls || !known || socket.path().contains(OF_CLIENT)) {
            return Stream.empty();
        }
        return places(socket).map(file -> door(file, socket.stream(), servers.get(socket.inode())));
    }

    private static boolean isStaged(KernelSockets.Unix socket) {
        return STAGED.matcher(socket.path()).find();
    }

    /// Where it is now. Which of the moved ones in a directory it is nobody can tell, and it does
    /// not matter: all that are served are doors.
    private Stream<Path> places(KernelSockets.Unix socket) {
        Path bound = Path.of(socket.path());
        if (Files.exists(bound)) {
            return Stream.of(real(bound));
        }
        return isStaged(socket)
                ? moved(real(bound.resolve("../..").normalize())).filter(file -> fits(file, socket))
                : Stream.empty();
    }

    private Stream<Path> moved(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all
                    .filter(ServerSockets::isSocket)
                    .filter(file -> sockets.at(file).isEmpty())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return FileFacts.of(file).isSocket();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean fits(Path file, KernelSockets.Unix socket) {
        return switch (SocketFile.at(file)) {
            case STREAM -> socket.stream();
            case DATAGRAM -> !socket.stream();
            case NOBODY -> false;
            case UNKNOWN -> true;
        };
    }

    /// `/var/run` is `/run` on most hosts.
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /// A socket that was found by its file.
    Door door(Path file) {
        List<KernelSockets.Unix> listed = sockets.unix().stream()
                .filter(socket -> socket.path().endsWith("/" + file.getFileName()))
                .filter(socket -> real(Path.of(socket.path())).equals(file))
                .toList();
        boolean stream = listed.isEmpty()
                ? SocketFile.at(file) != SocketFile.DATAGRAM
                : listed.stream().allMatch(KernelSockets.Unix::stream);
        return door(
                file,
                stream,
                listed.isEmpty() ? null : servers.get(listed.getFirst().inode()));
    }

    private static Door door(Path file, boolean stream, @Nullable ServerKind server) {
        return stream
                ? Door.stream(file)
                : Door.datagrams(file, Optional.ofNullable(server).or(() -> ServerKind.of(file)));
    }

    /// At the port of `ctl`; else of this project's server, whose ports are doors or send only, and
    /// of the others at a loopback address: elsewhere they speak SIP.
    private Stream<Door> door(KernelSockets.Inet socket) {
        if (socket.port() == CTL_PORT) {
            return Stream.of(Door.of(socket.door()));
        }
        @Nullable ServerKind server = servers.get(socket.inode());
        if (server == null) {
            return Stream.empty();
        }
        boolean presumed = switch (server) {
            case CHIEF -> true;
            case KAMAILIO -> socket.address().isLoopbackAddress() && !isSip(socket.port());
            case OPENSIPS -> socket.address().isLoopbackAddress() && !isSip(socket.port()) && !socket.tcp();
        };
        return presumed ? Stream.of(Door.presumed(socket, server)) : Stream.empty();
    }

    private static boolean isSip(int port) {
        return port == 5060 || port == 5061;
    }
}
