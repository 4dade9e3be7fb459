package org.wirechief.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;

/// One attempt to open a reply FIFO.
sealed interface ReplyOpening {
    /// It is open.
    record Opened(NamedPipe pipe) implements ReplyOpening {}

    /// It is there, and nobody reads it yet.
    record NoReader() implements ReplyOpening {}

    /// It was not tried, for too many are open already, or the system has no more of what that
    /// takes.
    record NoRoom(String what) implements ReplyOpening {}

    /// It can never be opened.
    record Refused(ReplyRefusal reason, String what) implements ReplyOpening {}

    /// Opens what is at the path if it is a FIFO with one name. What is found is looked at before
    /// anything is opened, and what was opened must be what was found: the directory is
    /// everybody's.
    static ReplyOpening attempt(Libc libc, ReplyPath path) {
        if (path.bytes().length >= NativePath.LONGEST) {
            return new Refused(ReplyRefusal.UNUSABLE, "its path is too long");
        }
        NativePath place;
        try {
            place = NativePath.passing(libc, path.bytes());
        } catch (IllegalArgumentException e) {
            return new Refused(ReplyRefusal.UNUSABLE, String.valueOf(e.getMessage()));
        }
        try {
            Optional<FileStatus> found = FileStatus.of(libc, place);
            if (found.isEmpty()) {
                return new Refused(ReplyRefusal.ABSENT, "nothing is there");
            }
            String wrong = wrongWith(found.get());
            if (wrong != null) {
                return new Refused(ReplyRefusal.WRONG_FILE, wrong);
            }
            NamedPipe pipe = NamedPipe.openToWrite(libc, place);
            return pipe == null ? new NoReader() : checked(libc, pipe, found.get());
        } catch (LinuxException e) {
            return because(e);
        }
    }

    /// Whether the path still leads to a FIFO that is open, and no further path does: whoever names
    /// it now may be another than those it was opened for.
    static boolean leadsTo(Libc libc, ReplyPath path, NamedPipe pipe) {
        try {
            Optional<FileStatus> found = FileStatus.of(libc, NativePath.passing(libc, path.bytes()));
            return found.isPresent()
                    && wrongWith(found.get()) == null
                    && pipe.status(libc).isSameFile(found.get());
        } catch (LinuxException e) {
            return false;
        }
    }

    private static ReplyOpening because(LinuxException e) {
        String what = String.valueOf(e.getMessage());
        if (e.is(Errno.EMFILE) || e.is(Errno.ENFILE) || e.is(Errno.ENOMEM)) {
            return new NoRoom(what);
        }
        return new Refused(e.is(Errno.EACCES) ? ReplyRefusal.DENIED : ReplyRefusal.UNUSABLE, what);
    }

    private static ReplyOpening checked(Libc libc, NamedPipe pipe, FileStatus found) throws LinuxException {
        try {
            FileStatus opened = pipe.status(libc);
            if (opened.isSameFile(found) && wrongWith(opened) == null) {
                return new Opened(pipe);
            }
        } catch (LinuxException e) {
            pipe.close(libc);
            throw e;
        }
        pipe.close(libc);
        return new Refused(ReplyRefusal.WRONG_FILE, "it was exchanged while it was opened");
    }

    private static @Nullable String wrongWith(FileStatus file) {
        if (!file.isFifo()) {
            return "it is no FIFO";
        }
        return file.links() == 1 ? null : "it has " + file.links() + " names";
    }
}
