package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The doors on a host: where packages put them, and among the sockets that are open.
///
/// @param root `/`, or where a test has another
/// @param sockets that are open
/// @param processes that may have FIFOs open
record HostDoors(Path root, KernelSockets sockets, List<ServerProcess> processes) {
    private static final List<String> DIRECTORIES =
            List.of("run/kamailio", "run/opensips", "run/wirechief", "var/run/kamailio", "var/run/opensips");
    private static final List<String> FIFOS = List.of("tmp/opensips_fifo", "tmp/kamailio_fifo");
    private static final List<String> NAMES = List.of("kamailio", "opensips", "wirechief", "chief", "kam_ctl");
    private static final String OPENSIPS = "opensips";
    private static final List<String> SERVERS = List.of("kamailio", OPENSIPS, "org.wirechief.app");

    /// What chief makes for an answer.
    private static final String REPLY_FIFO = "chief-";

    private static final int CTL_PORT = 2049;

    HostDoors {
        processes = List.copyOf(processes);
    }

    /// Without processes.
    HostDoors(Path root, KernelSockets sockets) {
        this(root, sockets, List.of());
    }

    /// Addresses as `chief -s` takes them, each once. FIFOs are `ctlfifo:` unless an OpenSIPS's:
    /// this project's server has some of either kind.
    List<String> find(Map<String, String> environment) {
        Set<Path> files = new LinkedHashSet<>();
        DIRECTORIES.forEach(directory -> inside(root.resolve(directory), files));
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        if (!runtime.isEmpty()) {
            inside(Path.of(runtime, "wirechief"), files);
        }
        FIFOS.stream().map(root::resolve).filter(Files::exists).forEach(files::add);
        Set<Path> openSips = opened(List.of(OPENSIPS));
        files.addAll(openSips);
        files.addAll(opened(SERVERS));
        Set<String> doors = new LinkedHashSet<>();
        for (Path file : files) {
            boolean mi = openSips.contains(file) || file.toString().contains(OPENSIPS);
            address(file, mi ? "fifo:" : "ctlfifo:", doors);
        }
        sockets.unix().stream()
                .filter(socket -> socket.listening() || !socket.stream())
                .filter(socket -> NAMES.stream().anyMatch(socket.path()::contains))
                .filter(socket -> Files.exists(Path.of(socket.path())))
                .forEach(socket -> doors.add((socket.stream() ? "unixs:" : "unixd:") + socket.path()));
        sockets.on(true, CTL_PORT).ifPresent(_ -> doors.add("tcp:127.0.0.1:" + CTL_PORT));
        sockets.on(false, CTL_PORT).ifPresent(_ -> doors.add("udp:127.0.0.1:" + CTL_PORT));
        return List.copyOf(doors);
    }

    /// FIFOs stand in no table of the kernel: what servers have open tells where theirs are.
    ///
    /// @param servers of which one word is in the command line
    private Set<Path> opened(List<String> servers) {
        Set<Path> files = new LinkedHashSet<>();
        processes.stream()
                .filter(process -> servers.stream().anyMatch(process.commandLine()::contains))
                .flatMap(ServerProcess::fifos)
                .filter(file -> !file.getFileName().toString().startsWith(REPLY_FIFO))
                .sorted()
                .forEach(files::add);
        return files;
    }

    private static void inside(Path directory, Set<Path> files) {
        try (Stream<Path> all = Files.list(directory.toRealPath())) {
            all.sorted().forEach(files::add);
        } catch (IOException e) {
            // not there, or not to be looked into: no door this user can use
        }
    }

    private void address(Path file, String fifo, Set<String> doors) {
        try {
            FileFacts facts = FileFacts.of(file, LinkOption.NOFOLLOW_LINKS);
            if (facts.isFifo()) {
                doors.add(fifo + file);
            } else if (facts.isSocket()) {
                boolean datagrams = sockets.at(file).stream().anyMatch(socket -> !socket.stream());
                doors.add((datagrams ? "unixd:" : "unixs:") + file);
            }
        } catch (IOException e) {
            // it has gone since the directory was read
        }
    }
}
