package org.wirechief.net.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;

/// Lets one thread wait until a socket is ready or somebody wakes it. Belongs to the thread of its
/// [Libc].
public final class Waiting {

    /// What to wait for.
    public enum Event {
        /// The wake-up only.
        NOTHING(0),
        /// Something can be received.
        RECEIVE(Kernel.POLLIN),
        /// Something can be sent to the one the socket is connected to; means nothing on a socket
        /// that is not connected.
        SEND(Kernel.POLLOUT);

        private final short bits;

        Event(int bits) {
            this.bits = (short) bits;
        }
    }

    private static final StructLayout POLLFD = MemoryLayout.structLayout(
            JAVA_INT.withName("fd"), JAVA_SHORT.withName("events"), JAVA_SHORT.withName("revents"));
    private static final long FD = POLLFD.byteOffset(PathElement.groupElement("fd"));
    private static final long EVENTS = POLLFD.byteOffset(PathElement.groupElement("events"));
    private static final long RESULT = POLLFD.byteOffset(PathElement.groupElement("revents"));

    private final Libc libc;
    private final UnixDatagramSocket socket;
    private final Wakeup wakeup;
    private final MemorySegment forSocket;
    private final MemorySegment forWakeup;
    private final MemorySegment both;

    /// For one socket and the thread that serves it.
    public Waiting(Libc libc, UnixDatagramSocket socket, Wakeup wakeup) {
        this.libc = libc;
        this.socket = socket;
        this.wakeup = wakeup;
        this.both = libc.allocate(2 * POLLFD.byteSize());
        this.forSocket = both.asSlice(0, POLLFD.byteSize());
        this.forWakeup = both.asSlice(POLLFD.byteSize(), POLLFD.byteSize());
    }

    /// Waits; may also return early for no reason.
    ///
    /// @param millis at most; -1 is no limit
    /// @return whether the socket is ready, or has an error that the next call of it will tell
    public boolean await(Event event, int millis) {
        // a negative descriptor is passed over
        forSocket.set(JAVA_INT, FD, event == Event.NOTHING ? -1 : socket.fd());
        forSocket.set(JAVA_SHORT, EVENTS, event.bits);
        forSocket.set(JAVA_SHORT, RESULT, (short) 0);
        forWakeup.set(JAVA_INT, FD, wakeup.fd());
        forWakeup.set(JAVA_SHORT, EVENTS, (short) Kernel.POLLIN);
        forWakeup.set(JAVA_SHORT, RESULT, (short) 0);
        return libc.poll(both, 2, millis) > 0 && forSocket.get(JAVA_SHORT, RESULT) != 0;
    }

    /// Forgets a wake-up that has ended the waiting; until then every further waiting ends at once.
    /// What it was for is to be done after.
    public void rearm() {
        if (forWakeup.get(JAVA_SHORT, RESULT) != 0) {
            wakeup.clear(libc);
        }
    }
}
