package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks at the FIFO of a server, and at the directory that answers come through.
final class FifoExam {
    private static final Path PROTECTED = Path.of("/proc/sys/fs/protected_fifos");

    private final Examination examination;
    private final Self self;
    private final Path protectedFifos;

    FifoExam(Examination examination, Self self) {
        this(examination, self, PROTECTED);
    }

    /// With another file in the place of the system's switch.
    FifoExam(Examination examination, Self self, Path protectedFifos) {
        this.examination = examination;
        this.self = self;
        this.protectedFifos = protectedFifos;
    }

    /// @param replies where reply FIFOs are made
    void look(Path fifo, Path replies) {
        Path path = fifo.toAbsolutePath();
        var way = new PathExam(examination, self);
        Optional<FileFacts> found = way.reach(path);
        if (found.isEmpty()) {
            return;
        }
        FileFacts file = found.get();
        if (!file.isFifo()) {
            examination.add(Finding.bad(
                    "a server that reads a FIFO would have made one there, and this is " + file.type(),
                    "systemctl restart opensips",
                    file.isSocket() ? "chief doctor " + path : "chief doctor"));
            return;
        }
        way.writable(file);
        sticky(path, file);
        reader(path);
        replyDirectory(replies);
    }

    // Where fs.protected_fifos says so, as of Linux 4.19, nobody but the owner may open a FIFO as
    // shells do in a sticky directory that others may write to, unless the FIFO belongs to the
    // directory's owner (proc_sys_fs(5)).
    private void sticky(Path path, FileFacts file) {
        Path directory = Optional.ofNullable(path.getParent()).orElse(path);
        try {
            FileFacts around = FileFacts.of(directory);
            int level = Integer.parseInt(Files.readString(protectedFifos).strip());
            boolean shared = (around.mode() & 0002) != 0 || (level > 1 && (around.mode() & 0020) != 0);
            if (level == 0 || !around.isSticky() || !shared || file.uid() == around.uid()) {
                return;
            }
            String why = directory + " is sticky and fs.protected_fifos is " + level;
            boolean refused = file.uid() != self.uid();
            String move = "in the server's configuration: a directory of its own, /run/opensips/fifo for example";
            examination.add(
                    refused
                            ? Finding.bad(
                                    why + ": only the owner may open the FIFO",
                                    move,
                                    "sudo sysctl fs.protected_fifos=0",
                                    "sudo -u " + file.owner() + " chief ...")
                            : Finding.note(
                                    why + ": users other than " + file.owner() + " may not open the FIFO", move));
        } catch (IOException | NumberFormatException e) {
            // a kernel without that switch refuses nobody
        }
    }

    /// Only processes of the same user show what they have open, so nothing found proves nothing.
    private void reader(Path path) {
        Optional<Long> pid = Open.processes()
                .filter(process -> process.has(path))
                .map(Open::pid)
                .findFirst();
        if (pid.isPresent()) {
            examination.add(Finding.ok("process " + pid.get() + " has it open"));
        } else if (self.isRoot()) {
            examination.add(Finding.bad(
                    "no process has it open: its server has ended", "systemctl status opensips kamailio wirechief"));
        } else {
            examination.add(
                    Finding.note("whether a server reads it only root can see", "sudo chief doctor fifo:" + path));
        }
    }

    private void replyDirectory(Path replies) {
        try {
            FileFacts directory = FileFacts.of(replies);
            if (directory.isDirectory() && directory.mayWrite(self) && directory.mayEnter(self)) {
                examination.add(Finding.ok("answers can come through " + replies));
                return;
            }
            examination.add(Finding.bad(
                    "you may make no reply FIFO in " + replies + ": " + directory.access(),
                    "chief --reply-dir DIR ..., with reply_dir of the server set to the same"));
        } catch (IOException e) {
            examination.add(Finding.bad("the reply directory " + replies + " is not there", "sudo mkdir " + replies));
        }
    }

    /// A process and the files it has open, as far as this user may know.
    private record Open(long pid, List<Path> files) {
        static Stream<Open> processes() {
            return ProcessHandle.allProcesses().map(ProcessHandle::pid).map(Open::of);
        }

        private static Open of(long pid) {
            try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
                return new Open(pid, descriptors.flatMap(Open::target).toList());
            } catch (IOException e) {
                return new Open(pid, List.of());
            }
        }

        private static Stream<Path> target(Path descriptor) {
            try {
                return Stream.of(Files.readSymbolicLink(descriptor));
            } catch (IOException e) {
                return Stream.empty();
            }
        }

        boolean has(Path path) {
            return files.contains(path);
        }
    }
}
