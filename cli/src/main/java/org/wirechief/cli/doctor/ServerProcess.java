package org.wirechief.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wirechief.net.FileKind;

/// A process, the FIFOs it may read from and its sockets, as far as this user may know: of
/// processes of others root alone does.
///
/// @param descriptors of the FIFOs that have names, as `/proc/PID/fd/N`
/// @param sockets their numbers, which the kernel's lists have too
record ServerProcess(long pid, String commandLine, List<Path> descriptors, Set<Long> sockets) {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final String DELETED = " (deleted)";

    /// In octal, as open(2) has them (proc_pid_fdinfo(5)).
    private static final String FLAGS = "flags:";

    private static final int ACCESS = 3;
    private static final int WRITE_ONLY = 1;

    ServerProcess {
        descriptors = List.copyOf(descriptors);
        sockets = Set.copyOf(sockets);
    }

    /// All but this one.
    static Stream<ServerProcess> all() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .map(process -> of(process.pid(), process.info().commandLine().orElse("")));
    }

    static ServerProcess of(long pid, String commandLine) {
        List<Path> fifos = new ArrayList<>();
        Set<Long> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            all.forEach(descriptor -> {
                Matcher socket = SOCKET.matcher(link(descriptor));
                if (socket.matches()) {
                    sockets.add(Long.valueOf(socket.group(1)));
                } else if (target(descriptor).isPresent() && FileKind.isFifo(descriptor) && mayRead(pid, descriptor)) {
                    fifos.add(descriptor);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // another user's, or it has ended
        }
        return new ServerProcess(pid, commandLine, fifos, sockets);
    }

    /// Callers have it open too, for writing alone.
    private static boolean mayRead(long pid, Path descriptor) {
        Path facts = Path.of("/proc", Long.toString(pid), "fdinfo", String.valueOf(descriptor.getFileName()));
        try (Stream<String> lines = Files.lines(facts)) {
            return lines.filter(line -> line.startsWith(FLAGS))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(FLAGS.length()).strip(), 8))
                    .anyMatch(flags -> (flags & ACCESS) != WRITE_ONLY);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return false;
        }
    }

    /// What it was opened as; pipes have no such name.
    private static Optional<Path> target(Path descriptor) {
        return Optional.of(link(descriptor))
                .filter(target -> target.startsWith("/"))
                .map(Path::of);
    }

    private static String link(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /// Whether it has that file open for reading, by whatever name.
    boolean reads(Path path) {
        return descriptors.stream().anyMatch(descriptor -> isSame(descriptor, path));
    }

    /// Where its FIFOs are now.
    Stream<Path> fifos() {
        return descriptors.stream()
                .flatMap(descriptor -> target(descriptor).stream()
                        .flatMap(target -> places(target))
                        .filter(path -> isSame(descriptor, path))
                        .limit(1));
    }

    /// One that was made in a directory of its own and then moved, as this project's server does,
    /// is beside that directory.
    private static Stream<Path> places(Path target) {
        Optional<Path> beside = Optional.ofNullable(target.getParent()).map(Path::getParent);
        if (!target.toString().endsWith(DELETED) || beside.isEmpty()) {
            return Stream.of(target);
        }
        try (Stream<Path> all = Files.list(beside.get())) {
            return all.filter(FileKind::isFifo).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean isSame(Path descriptor, Path path) {
        try {
            return Files.isSameFile(descriptor, path);
        } catch (IOException e) {
            return false;
        }
    }

    /// Who it runs as.
    Self user() throws IOException {
        return Self.of(Path.of("/proc", Long.toString(pid), "status"));
    }

    /// What that path leads to for this process, which may see another file system (systemd's
    /// `PrivateTmp`, a container).
    Path seen(Path path) {
        return Path.of("/proc/" + pid + "/root" + path.toAbsolutePath());
    }
}
