package org.wirechief.net.linux;

/// An open file descriptor, closed once only: afterwards its number may be another file's. Not safe
/// for use by several threads at once.
final class Descriptor {
    private final int fd;
    private boolean open = true;

    Descriptor(int fd) {
        this.fd = fd;
    }

    int fd() {
        return fd;
    }

    boolean isOpen() {
        return open;
    }

    /// Closes it. Calling again does nothing.
    void close(Libc libc) {
        if (open) {
            open = false;
            libc.close(fd);
        }
    }
}
