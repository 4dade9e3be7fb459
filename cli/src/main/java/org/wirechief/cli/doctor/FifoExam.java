package org.wirechief.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirechief.net.Address;
import org.wirechief.net.FifoCall;

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
                    "a server that reads a FIFO would have made one there, and this is " + file.kind(),
                    "systemctl restart opensips",
                    file.isSocket() ? "chief doctor " + path : "chief doctor"));
            return;
        }
        way.writable(file);
        sticky(path, file);
        Optional<ServerProcess> server =
                ServerProcess.all().filter(process -> process.reads(path)).findFirst();
        if (file.mayWrite(self)) {
            served(path, server);
        }
        new ReplyDirectoryExam(examination, self).look(replies, server);
    }

    // Where fs.protected_fifos says so, as of Linux 4.19, nobody but the owner may open a FIFO with
    // O_CREAT, as shells do, in a sticky directory that others may write to, unless the FIFO is the
    // directory's owner's (proc_sys_fs(5)).
    private void sticky(Path path, FileFacts file) {
        Path directory = Optional.ofNullable(path.getParent()).orElse(path);
        try {
            FileFacts around = FileFacts.of(directory);
            int level = Integer.parseInt(Files.readString(protectedFifos).strip());
            boolean shared = (around.mode() & 0002) != 0 || (level > 1 && (around.mode() & 0020) != 0);
            if (level == 0 || !around.isSticky() || !shared || file.uid() == around.uid()) {
                return;
            }
            examination.add(Finding.note(
                    directory + " is sticky and fs.protected_fifos is " + level
                            + ": shells and opensips-cli open the FIFO as only " + file.owner()
                            + " may; chief does not",
                    "in the server's configuration: a directory of its own, /run/opensips/fifo for example",
                    "sudo sysctl fs.protected_fifos=0"));
        } catch (IOException | NumberFormatException e) {
            // a kernel without that switch refuses nobody
        }
    }

    /// Opening it tells, whoever the server is; which process that is not everybody may see, nor
    /// anybody from inside a container.
    private void served(Path path, Optional<ServerProcess> server) {
        try {
            FifoCall.probe(Address.fifo(path.toString()));
            String who = server.map(process -> "process " + process.pid()).orElse("a process that cannot be seen");
            examination.add(Finding.ok(who + " reads it"));
        } catch (IOException e) {
            examination.add(Finding.bad(String.valueOf(e.getMessage()), Remedy.STATUS));
        }
    }
}
