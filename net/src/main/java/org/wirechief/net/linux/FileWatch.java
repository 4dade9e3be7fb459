package org.wirechief.net.linux;

import org.jspecify.annotations.Nullable;

/// Tells when a file loses a name, is moved or gets another mode or owner (`inotify(7)`). Not safe
/// for use by several threads at once.
public final class FileWatch {
    private static final int EVENTS = Kernel.IN_ATTRIB | Kernel.IN_DELETE_SELF | Kernel.IN_MOVE_SELF;

    private final int fd;
    private int watch = -1;
    private boolean open = true;

    private FileWatch(int fd) {
        this.fd = fd;
    }

    /// A watch for no file yet.
    ///
    /// @return null when the system has none to give, for it bounds their number
    public static @Nullable FileWatch open(Libc libc) {
        int answer = libc.inotifyInit(Kernel.IN_NONBLOCK | Kernel.IN_CLOEXEC);
        return answer < 0 ? null : new FileWatch(answer);
    }

    /// Watches the file that is at a path now, and none else any more.
    ///
    /// @return whether it does; not if nothing is there
    public boolean watch(Libc libc, NativePath path) {
        if (watch >= 0) {
            libc.inotifyRemoveWatch(fd, watch);
        }
        watch = libc.inotifyAddWatch(fd, path.memory(), EVENTS);
        return watch >= 0;
    }

    /// Forgets what it has told so far.
    public void rearm(Libc libc) {
        while (libc.read(fd, libc.buffer()) > 0) {
            // only that something happened matters
        }
    }

    int fd() {
        return fd;
    }

    /// Closes it. Calling again does nothing.
    public void close(Libc libc) {
        if (open) {
            open = false;
            libc.close(fd);
        }
    }
}
