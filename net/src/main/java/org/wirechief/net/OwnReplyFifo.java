package org.wirechief.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.FileStatus;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.NamedPipe;
import org.wirechief.net.linux.NativePath;

/// The FIFO a caller makes for one reply, open for reading. Its name cannot be guessed; every user
/// may write to it, for the server may be another one, and only its owner may read it. Belongs to
/// the thread of its [Libc].
final class OwnReplyFifo {
    /// Letters and digits and `-`: nothing that a server refuses in names.
    private static final String PREFIX = "chief-";

    private static final int RANDOM_BITS = 60;
    private static final int ATTEMPTS = 4;
    private static final int WRITTEN_BY_ALL = 0622;

    private final ReplyFile file;
    private final NamedPipe pipe;

    private OwnReplyFifo(ReplyFile file, NamedPipe pipe) {
        this.file = file;
        this.pipe = pipe;
    }

    /// Makes one.
    ///
    /// @param directory with the slash at its end
    /// @throws IOException saying why there can be none; nothing is left behind
    static OwnReplyFifo make(Libc libc, String directory, WhileEnding ending) throws IOException {
        for (int attempt = 1; true; attempt++) {
            long name = (1L << RANDOM_BITS) | (libc.random() >>> (Long.SIZE - RANDOM_BITS));
            ReplyFile file = ReplyFile.named(Path.of(directory + PREFIX + Long.toString(name, 32)), ending);
            try {
                return make(libc, file);
            } catch (LinuxException e) {
                file.close();
                if (!e.is(Errno.EEXIST) || attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }
    }

    private static OwnReplyFifo make(Libc libc, ReplyFile file) throws IOException {
        NativePath path = NativePath.of(libc, UnixPaths.bytes(file.path().toString()));
        NamedPipe pipe = file.make(() -> made(libc, path, file.path()));
        try {
            pipe.mode(libc, WRITTEN_BY_ALL);
            return new OwnReplyFifo(file, pipe);
        } catch (IOException | RuntimeException e) {
            pipe.close(libc);
            throw e;
        }
    }

    /// In a directory that is not sticky, whoever may write to it can exchange files: which file
    /// was made, the descriptor tells and not the path.
    private static ReplyFile.Made<NamedPipe> made(Libc libc, NativePath path, Path name) throws IOException {
        NamedPipe.make(libc, path);
        NamedPipe pipe = open(libc, path, name);
        try {
            FileStatus opened = pipe.status(libc);
            if (!isOwn(libc, opened)) {
                throw new IOException("somebody exchanged " + name + " as it was made; use a directory where nobody"
                        + " else may do so, one of your own or a sticky one");
            }
            var file = FileIdentity.of(opened);
            return new ReplyFile.Made<>(file, pipe);
        } catch (IOException | RuntimeException e) {
            pipe.close(libc);
            throw e;
        }
    }

    /// What cannot be opened, where descriptors have run out for one, is not left behind.
    private static NamedPipe open(Libc libc, NativePath path, Path name) throws IOException {
        try {
            return NamedPipe.openToRead(libc, path);
        } catch (LinuxException e) {
            Optional<FileStatus> there = FileStatus.of(libc, path);
            if (there.isPresent() && isOwn(libc, there.get())) {
                Files.deleteIfExists(name);
            }
            throw e;
        }
    }

    private static boolean isOwn(Libc libc, FileStatus file) {
        return file.isFifo() && file.links() == 1 && file.owner() == libc.effectiveUser();
    }

    Path path() {
        return file.path();
    }

    NamedPipe pipe() {
        return pipe;
    }

    /// Whether the path still leads to it.
    boolean isInPlace() {
        return file.isInPlace();
    }

    /// Removes the file. Calling again does nothing.
    void remove() {
        file.close();
    }

    /// Removes the file and closes it. Calling again does nothing.
    void close(Libc libc) {
        file.close();
        pipe.close(libc);
    }
}
