package org.wirechief.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A process and the FIFOs it may read from, as far as this user may know: of processes of others
/// root alone does.
///
/// @param descriptors of the FIFOs that have names, as `/proc/PID/fd/N`
record ServerProcess(long pid, String commandLine, List<Path> descriptors) {
    private static final String DELETED = " (deleted)";

    /// In octal, as open(2) has them (proc_pid_fdinfo(5)).
    private static final String FLAGS = "flags:";

    private static final int ACCESS = 3;
    private static final int WRITE_ONLY = 1;

    ServerProcess {
        descriptors = List.copyOf(descriptors);
    }

    /// All but this one.
    static Stream<ServerProcess> all() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .map(process -> of(process.pid(), process.info().commandLine().orElse("")));
    }

    private static ServerProcess of(long pid, String commandLine) {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return new ServerProcess(
                    pid,
                    commandLine,
                    all.filter(FileFacts::isFifo)
                            .filter(descriptor -> target(descriptor).isPresent() && mayRead(pid, descriptor))
                            .toList());
        } catch (IOException e) {
            return new ServerProcess(pid, commandLine, List.of());
        }
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
        try {
            return Optional.of(Files.readSymbolicLink(descriptor)).filter(Path::isAbsolute);
        } catch (IOException e) {
            return Optional.empty();
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
            return all.filter(FileFacts::isFifo).toList().stream();
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
