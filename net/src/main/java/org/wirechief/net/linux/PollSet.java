package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/// Descriptors to wait for together. Filled anew before each waiting; belongs to the thread of its
/// [Libc].
public final class PollSet {
    /// Something can be received or read.
    static final int RECEIVE = Kernel.POLLIN;

    /// Something can be sent or written.
    static final int SEND = Kernel.POLLOUT;

    private static final StructLayout POLLFD = MemoryLayout.structLayout(
            JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));
    private static final long FD = POLLFD.byteOffset(PathElement.groupElement("fd"));
    private static final long EVENTS = POLLFD.byteOffset(PathElement.groupElement("events"));
    private static final long RESULT = POLLFD.byteOffset(PathElement.groupElement("revents"));

    private final Libc libc;
    private final MemorySegment entries;
    private int size;

    /// An empty one.
    ///
    /// @param capacity the most descriptors
    public PollSet(Libc libc, int capacity) {
        this.libc = libc;
        this.entries = libc.allocate(capacity * POLLFD.byteSize());
    }

    /// Forgets all descriptors.
    public void clear() {
        size = 0;
    }

    /// The index the next one gets.
    public int size() {
        return size;
    }

    /// Waits for something to read from a FIFO.
    ///
    /// @return the index to ask for with [#isReady(int)]
    public int addReadable(NamedPipe pipe) {
        return add(pipe.fd(), RECEIVE);
    }

    /// Waits for room in a FIFO, or its last reader to go.
    ///
    /// @return the index to ask for with [#isReady(int)]
    public int addWritable(NamedPipe pipe) {
        return add(pipe.fd(), SEND);
    }

    /// Waits for a watched file to change.
    ///
    /// @return the index to ask for with [#isReady(int)]
    public int add(FileWatch watch) {
        return add(watch.fd(), RECEIVE);
    }

    /// Waits for a mount. Whoever finds it ready has been told.
    ///
    /// @return the index to ask for with [#isReady(int)]
    public int add(MountWatch watch) {
        return add(watch.fd(), Kernel.POLLPRI);
    }

    /// Waits for being woken.
    ///
    /// @return the index to ask for with [#isReady(int)]
    public int add(Wakeup wakeup) {
        return add(wakeup.fd(), RECEIVE);
    }

    int add(int fd, int events) {
        long at = size * POLLFD.byteSize();
        entries.set(JAVA_INT, at + FD, fd);
        entries.set(JAVA_SHORT, at + EVENTS, (short) events);
        entries.set(JAVA_SHORT, at + RESULT, (short) 0);
        return size++;
    }

    /// Waits; may also return early, for no reason.
    ///
    /// @param millis at most; -1 is no limit
    /// @return whether any is ready
    /// @throws LinuxException if the kernel will not wait, for want of memory or for more
    ///     descriptors than a process may have
    public boolean poll(int millis) throws LinuxException {
        int answer = libc.poll(entries, size, millis);
        return !Errno.EINTR.is(answer) && LinuxException.check("poll", answer) > 0;
    }

    /// Whether somebody reads a FIFO that is open for writing; true also where the system does not
    /// say. Forgets all other descriptors.
    public boolean hasReader(NamedPipe pipe) {
        clear();
        int index = addWritable(pipe);
        libc.poll(entries, size, 0);
        return (result(index) & Kernel.POLLERR) == 0;
    }

    /// Whether a descriptor is ready, or has an error that the next call of it will tell.
    public boolean isReady(int index) {
        return result(index) != 0;
    }

    private short result(int index) {
        return entries.get(JAVA_SHORT, index * POLLFD.byteSize() + RESULT);
    }
}
