package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;
import org.wirechief.net.linux.PollSet;

/// The FIFO a server reads requests from, open for writing. Belongs to the thread of its [Libc].
///
/// It is never opened with O_CREAT, as shells do, so that `fs.protected_fifos` keeps nobody out.
final class ServerFifo {
    private final Libc libc;
    private final Address address;
    private final NamedPipe pipe;
    private final PollSet probe;

    private ServerFifo(Libc libc, Address address, NamedPipe pipe) {
        this.libc = libc;
        this.address = address;
        this.pipe = pipe;
        this.probe = new PollSet(libc, 1);
    }

    /// Opens it.
    ///
    /// @throws IOException saying what is wrong with it, and what to do
    static ServerFifo open(Libc libc, Address address) throws IOException {
        NativePath path = NativePath.of(libc, UnixPaths.bytes(address.name()));
        try {
            FileStatus there = FileStatus.of(libc, path)
                    .orElseThrow(() -> new IOException("there is no FIFO at " + address.name()
                            + "; start the server, or give the path it was configured with"));
            if (!there.isFifo()) {
                throw new IOException(otherThanFifo(address.name()));
            }
            NamedPipe pipe = NamedPipe.openToWrite(libc, path);
            if (pipe == null) {
                throw new IOException("no server reads the FIFO " + address.name() + "; start it");
            }
            return new ServerFifo(libc, address, pipe);
        } catch (LinuxException e) {
            throw new IOException(
                    "cannot write to the FIFO " + address.name() + " as " + BindFailure.self() + ": " + e.getMessage()
                            + access(e, Path.of(address.name())),
                    e);
        }
    }

    private static String otherThanFifo(String path) throws IOException {
        String kind = FileIdentity.of(Path.of(path)).map(FileIdentity::describe).orElse("gone");
        String remedy = kind.equals("a symbolic link")
                ? "; give the path it leads to"
                : "; give the path the server was configured with, or remove that and restart the server";
        return path + " is " + kind + ", no FIFO" + remedy;
    }

    private static String access(LinuxException e, Path path) {
        if (!e.is(Errno.EACCES)) {
            return "";
        }
        try {
            var file = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return "; it is " + PosixFilePermissions.toString(file.permissions()) + " of user "
                    + file.owner().getName() + " and group " + file.group().getName()
                    + ": call as one of them, or have the server give it another mode or group";
        } catch (IOException | UnsupportedOperationException unknown) {
            return "; a directory before it may not be entered";
        }
    }

    NamedPipe pipe() {
        return pipe;
    }

    /// Writes what there is room for.
    ///
    /// @return the number of bytes, 0 when there was no room for any
    /// @throws IOException when nobody reads it any more
    int write(byte[] bytes, int from, int to) throws IOException {
        int answer = pipe.write(libc, bytes, from, to);
        if (answer >= 0) {
            return answer;
        }
        if (Errno.EPIPE.is(answer)) {
            throw new IOException("the server stopped reading its FIFO " + address.name());
        }
        if (!Errno.EAGAIN.is(answer) && !Errno.EINTR.is(answer)) {
            throw new IOException("cannot write to " + address.name() + ": " + Errno.describe(answer));
        }
        return 0;
    }

    /// Bytes that the server has not read yet.
    int unread() {
        return pipe.unread(libc);
    }

    /// Whether a server reads it, or has made it anew and reads that.
    boolean isServed() {
        return probe.hasReader(pipe) || isServedAnew();
    }

    private boolean isServedAnew() {
        try {
            open(libc, address).pipe.close(libc);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void close() {
        pipe.close(libc);
    }
}
