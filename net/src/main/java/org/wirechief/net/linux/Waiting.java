package org.wirechief.net.linux;

/// Lets one thread wait until a socket is ready or somebody wakes it. Belongs to the thread of its
/// [Libc].
public final class Waiting {

    /// What to wait for.
    public enum Event {
        /// The wake-up only.
        NOTHING(0),
        /// Something can be received.
        RECEIVE(PollSet.RECEIVE),
        /// Something can be sent to the one the socket is connected to; means nothing on a socket
        /// that is not connected.
        SEND(PollSet.SEND);

        private final int bits;

        Event(int bits) {
            this.bits = bits;
        }
    }

    private final Libc libc;
    private final LinuxDatagramSocket socket;
    private final Wakeup wakeup;
    private final PollSet entries;

    /// For one socket and the thread that serves it.
    public Waiting(Libc libc, LinuxDatagramSocket socket, Wakeup wakeup) {
        this.libc = libc;
        this.socket = socket;
        this.wakeup = wakeup;
        this.entries = new PollSet(libc, 2);
    }

    /// Waits; may also return early for no reason.
    ///
    /// @param millis at most; -1 is no limit
    /// @return whether the socket is ready, or has an error that the next call of it will tell
    /// @throws LinuxException if the kernel will not wait: who tries again pauses before
    public boolean await(Event event, int millis) throws LinuxException {
        entries.clear();
        entries.add(wakeup.fd(), PollSet.RECEIVE);
        if (event != Event.NOTHING) {
            entries.add(socket.fd(), event.bits);
        }
        return entries.poll(millis) && event != Event.NOTHING && entries.isReady(1);
    }

    /// Forgets a wake-up that has ended the waiting; until then every further waiting ends at once.
    /// What it was for is to be done after.
    public void rearm() {
        if (entries.isReady(0)) {
            wakeup.clear(libc);
        }
    }
}
