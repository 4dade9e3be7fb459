package org.wirechief.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirechief.net.Address;

/// Looks at a Unix socket.
final class UnixExam {
    private final Examination examination;
    private final Self self;
    private final KernelSockets sockets;

    UnixExam(Examination examination, Self self, KernelSockets sockets) {
        this.examination = examination;
        this.self = self;
        this.sockets = sockets;
    }

    /// @param stream whether a stream socket is asked for, else one of datagrams
    void look(Address address, boolean stream) {
        Path path = Path.of(address.name()).toAbsolutePath();
        var way = new PathExam(examination, self);
        Optional<FileFacts> found = way.reach(path);
        if (found.isEmpty()) {
            return;
        }
        FileFacts file = found.get();
        if (!file.isSocket()) {
            examination.add(notASocket(file, path));
            return;
        }
        type(path, stream);
        if (!examination.isHopeless()) {
            way.writable(file);
        }
    }

    private static Finding notASocket(FileFacts file, Path path) {
        if (file.isFifo()) {
            return Finding.bad(
                    "a FIFO is called in another way than a socket",
                    "chief -s fifo:" + path + " which          (OpenSIPS 3.x, mi_fifo)",
                    "chief -s ctlfifo:" + path + " core.uptime (Kamailio's old FIFO)");
        }
        return Finding.bad("no server can be called through " + file.kind() + ": is the path right?", "chief doctor");
    }

    private void type(Path path, boolean stream) {
        if (!isOther(path, stream)) {
            return;
        }
        examination.add(
                stream
                        ? Finding.bad(
                                "it is a socket of datagrams, not of a stream",
                                "chief doctor unixd:" + path,
                                "chief doctor mi:" + path + "  (OpenSIPS, mi_datagram)")
                        : Finding.bad("it is a stream socket, not one of datagrams", "chief doctor unixs:" + path));
    }

    /// A socket that was moved to its path is listed under another.
    private boolean isOther(Path path, boolean stream) {
        List<KernelSockets.Unix> open = sockets.at(path);
        if (open.isEmpty()) {
            return SocketFile.at(path) == (stream ? SocketFile.DATAGRAM : SocketFile.STREAM);
        }
        return open.stream().noneMatch(socket -> socket.stream() == stream);
    }
}
