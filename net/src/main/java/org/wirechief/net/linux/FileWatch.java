package org.wirechief.net.linux;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells when files lose a name, are moved or get another mode or owner, and when directories are
/// removed or moved (`inotify(7)`). Not safe for use by several threads at once.
public final class FileWatch {
    private static final int OF_FILE = Kernel.IN_ATTRIB | Kernel.IN_DELETE_SELF | Kernel.IN_MOVE_SELF;

    /// Without `IN_ATTRIB`, which tells of all that is in a directory too, and so of everybody's
    /// doings in `/tmp`.
    private static final int OF_DIRECTORY =
            Kernel.IN_DELETE_SELF | Kernel.IN_MOVE_SELF | Kernel.IN_ONLYDIR | Kernel.IN_DONT_FOLLOW;

    private final Descriptor descriptor;
    private final List<Integer> watches = new ArrayList<>();

    private FileWatch(int fd) {
        this.descriptor = new Descriptor(fd);
    }

    /// A watch for no file yet.
    ///
    /// @return null when the system has none to give, for it bounds their number
    public static @Nullable FileWatch open(Libc libc) {
        int answer = libc.inotifyInit(Kernel.IN_NONBLOCK | Kernel.IN_CLOEXEC);
        return answer < 0 ? null : new FileWatch(answer);
    }

    /// Watches the file that is at a path now, too.
    ///
    /// @return whether it does; not if nothing is there
    public boolean watch(Libc libc, NativePath path) {
        return add(libc, path, OF_FILE);
    }

    /// Watches the directory that is at a path now, too.
    ///
    /// @return whether it does; not if what is there is a link
    public boolean watchDirectory(Libc libc, NativePath path) {
        return add(libc, path, OF_DIRECTORY);
    }

    private boolean add(Libc libc, NativePath path, int mask) {
        int watch = libc.inotifyAddWatch(fd(), path.memory(), mask);
        if (watch >= 0) {
            watches.add(watch);
        }
        return watch >= 0;
    }

    /// Watches none any more and forgets what it has told so far.
    public void clear(Libc libc) {
        watches.forEach(watch -> libc.inotifyRemoveWatch(fd(), watch));
        watches.clear();
        while (libc.read(fd(), libc.buffer()) > 0) {
            // only that something happened matters
        }
    }

    int fd() {
        return descriptor.fd();
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        descriptor.close(libc);
    }
}
