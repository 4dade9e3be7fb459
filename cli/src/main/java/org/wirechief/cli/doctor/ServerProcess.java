package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A process and the files it has open, as far as this user may know: of processes of others root
/// alone does.
record ServerProcess(long pid, String commandLine, List<Path> files) {
    ServerProcess {
        files = List.copyOf(files);
    }

    /// All but this one.
    static Stream<ServerProcess> all() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .map(process -> of(process.pid(), process.info().commandLine().orElse("")));
    }

    private static ServerProcess of(long pid, String commandLine) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return new ServerProcess(
                    pid,
                    commandLine,
                    descriptors.flatMap(ServerProcess::target).distinct().toList());
        } catch (IOException e) {
            return new ServerProcess(pid, commandLine, List.of());
        }
    }

    private static Stream<Path> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /// Whether it has that file open, by whatever links the path leads there.
    boolean has(Path path) {
        try {
            return files.contains(path.toRealPath());
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
