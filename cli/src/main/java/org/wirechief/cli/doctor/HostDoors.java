package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The doors on a host: where packages put them, and what servers have open.
///
/// @param root `/`, or where a test has another
/// @param sockets that are open
/// @param processes that may have FIFOs and sockets open
record HostDoors(Path root, KernelSockets sockets, List<ServerProcess> processes) {
    private static final List<String> DIRECTORIES =
            List.of("run/kamailio", "run/opensips", "run/wirechief", "var/run/kamailio", "var/run/opensips");
    private static final List<String> FIFOS = List.of("tmp/opensips_fifo", "tmp/kamailio_fifo");

    /// What chief makes for an answer, or for events.
    private static final String OWN_FILE = "chief-";

    HostDoors {
        processes = List.copyOf(processes);
    }

    /// Without processes.
    HostDoors(Path root, KernelSockets sockets) {
        this(root, sockets, List.of());
    }

    /// Each door once.
    List<Door> find(Map<String, String> environment) {
        Map<String, Door> doors = new LinkedHashMap<>();
        var open = new ServerSockets(sockets, processes);
        Map<Path, ServerKind> fifos = fifos();
        Set<Path> files = new LinkedHashSet<>();
        DIRECTORIES.forEach(directory -> inside(root.resolve(directory), files));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            inside(Path.of(runtime, "wirechief"), files);
        }
        FIFOS.stream().map(root::resolve).filter(Files::exists).forEach(files::add);
        files.addAll(fifos.keySet());
        Stream.concat(files.stream().flatMap(file -> door(file, open, fifos).stream()), open.doors())
                .forEach(door -> doors.putIfAbsent(door.address(), door));
        return List.copyOf(doors.values());
    }

    /// FIFOs stand in no table of the kernel: what servers have open tells where theirs are.
    private Map<Path, ServerKind> fifos() {
        Map<Path, ServerKind> fifos = new LinkedHashMap<>();
        for (ServerProcess process : processes) {
            ServerKind.of(process.commandLine())
                    .ifPresent(kind -> process.fifos()
                            .filter(file -> !file.getFileName().toString().startsWith(OWN_FILE))
                            .sorted()
                            .forEach(file -> fifos.put(file, kind)));
        }
        return fifos;
    }

    private static void inside(Path directory, Set<Path> files) {
        try (Stream<Path> all = Files.list(directory.toRealPath())) {
            all.sorted().forEach(files::add);
        } catch (IOException e) {
            // not there, or not to be looked into: no door this user can use
        }
    }

    private static Optional<Door> door(Path file, ServerSockets open, Map<Path, ServerKind> fifos) {
        try {
            FileFacts facts = FileFacts.of(file, LinkOption.NOFOLLOW_LINKS);
            if (facts.isFifo()) {
                return Optional.of(
                        Door.fifo(file, Optional.ofNullable(fifos.get(file)).or(() -> ServerKind.of(file))));
            }
            return facts.isSocket() ? Optional.of(open.door(file)) : Optional.empty();
        } catch (IOException e) {
            // it has gone since the directory was read
            return Optional.empty();
        }
    }
}
