package org.wirechief.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /// It was not tried: too many are open already.
    record NoRoom() implements ReplyOpening {}

    /// It can never be opened.
    record Refused(String why) implements ReplyOpening {}

    /// Opens what is at the path if it is a FIFO with one name. What is found is looked at before
    /// anything is opened, and what was opened must be what was found: the directory is
    /// everybody's.
    static ReplyOpening attempt(Libc libc, ReplyPath path) {
        if (path.bytes().length >= NativePath.LONGEST) {
            return new Refused("its path is too long");
        }
        NativePath place;
        try {
            place = NativePath.passing(libc, path.bytes());
        } catch (IllegalArgumentException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
        try {
            Optional<FileStatus> found = FileStatus.of(libc, place);
            if (found.isEmpty()) {
                return new Refused("nothing is there");
            }
            String wrong = wrongWith(found.get());
            if (wrong != null) {
                return new Refused(wrong);
            }
            NamedPipe pipe = NamedPipe.openToWrite(libc, place);
            return pipe == null ? new NoReader() : checked(libc, pipe, found.get());
        } catch (LinuxException e) {
            return new Refused(String.valueOf(e.getMessage()));
        }
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
        return new Refused("it was exchanged while it was opened");
    }

    private static @Nullable String wrongWith(FileStatus file) {
        if (!file.isFifo()) {
            return "it is no FIFO";
        }
        return file.links() == 1 ? null : "it has " + file.links() + " names";
    }
}
