package org.wirechief.it.eventdatagram;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.wirechief.it.live.Tool;
import org.wirechief.net.Address;

/// Receivers at the two sockets that the manual of `event_datagram` shows. A machine has them once:
/// runs of these tests take turns, and where another program has one a test is skipped with a line
/// on the console, and fails where `CI` is set.
final class ManualSockets implements AutoCloseable {
    static final String UNIX = "unix:/tmp/opensips_event.sock";
    static final String UDP = "udp:127.0.0.1:8081";

    private static final Path LOCK = Path.of("/tmp/wirechief-manual-sockets.lock");

    private final FileChannel turn;
    private final EventReceiver unix;
    private final EventReceiver udp;

    private ManualSockets(FileChannel turn, EventReceiver unix, EventReceiver udp) {
        this.turn = turn;
        this.unix = unix;
        this.udp = udp;
    }

    /// Waits for its turn, and takes both.
    static ManualSockets take() throws IOException {
        FileChannel turn = turn();
        try {
            var _ = turn.lock();
            return receiving(turn);
        } catch (BindException e) {
            turn.close();
            throw Tool.missing("a socket of the manual is taken by another program: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    private static ManualSockets receiving(FileChannel turn) throws IOException {
        EventReceiver unix = EventReceiver.at(Address.unixDatagram(UNIX.substring("unix:".length())));
        try {
            return new ManualSockets(turn, unix, EventReceiver.at(Address.udp("127.0.0.1", 8081)));
        } catch (IOException | RuntimeException e) {
            unix.close();
            throw e;
        }
    }

    /// The system may refuse to create a file that another user has in a folder of all.
    private static FileChannel turn() throws IOException {
        try {
            Files.createFile(LOCK);
            Files.setPosixFilePermissions(LOCK, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (FileAlreadyExistsException e) {
            // of a run before, or at this time
        }
        try {
            return FileChannel.open(LOCK, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (AccessDeniedException e) {
            throw Tool.missing("the turn for the sockets of the manual: " + LOCK + " is another user's");
        }
    }

    EventReceiver unix() {
        return unix;
    }

    EventReceiver udp() {
        return udp;
    }

    @Override
    public void close() throws IOException {
        unix.close();
        udp.close();
        turn.close();
    }
}
