package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.util.concurrent.atomic.AtomicBoolean;

/// Ends the waiting of one thread from any other. See [Waiting].
public final class Wakeup {
    private final Descriptor descriptor;
    private final AtomicBoolean asked = new AtomicBoolean();

    private Wakeup(int fd) {
        this.descriptor = new Descriptor(fd);
    }

    /// A new one, not asked for.
    ///
    /// @throws LinuxException if there is none to have
    public static Wakeup open(Libc libc) throws LinuxException {
        int flags = Kernel.EFD_CLOEXEC | Kernel.EFD_NONBLOCK;
        return new Wakeup(LinuxException.check("eventfd", libc.eventfd(0, flags)));
    }

    /// Ends the waiting, or the next one. From any thread; does nothing once this is closed.
    public void wake() {
        if (asked.compareAndSet(false, true)) {
            signal();
        }
    }

    int fd() {
        return descriptor.fd();
    }

    /// Forgets that it was asked. What it was asked for is to be done after.
    public void clear(Libc libc) {
        libc.read(fd(), libc.scratch().asSlice(0, Long.BYTES));
        // in this order: who asks in between is not heard, but is served by the turn that follows
        asked.set(false);
    }

    /// Closes it. Calling again does nothing.
    public synchronized void close(Libc libc) {
        descriptor.close(libc);
    }

    // after closing, the number may be another file's
    private synchronized void signal() {
        if (descriptor.isOpen()) {
            try (var libc = new Libc()) {
                libc.scratch().set(JAVA_LONG, 0, 1);
                libc.write(fd(), libc.scratch().asSlice(0, Long.BYTES));
            }
        }
    }
}
