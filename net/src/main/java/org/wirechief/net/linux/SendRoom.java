package org.wirechief.net.linux;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/// Keeps receivers that do not read from using up a socket's send buffer.
///
/// What was sent and not yet received counts against the sender's buffer, and when that is full
/// nothing can be sent to anybody. The limit on a receiver's queue does not prevent it: it is ten
/// datagrams each, and Linux does not apply it at all to a receiver that has connected its socket
/// to this one, as most clients do (measured on Linux 6.18: one such receiver takes the whole
/// buffer).
///
/// So when more than half of the buffer is taken, only those get something whose queue is empty,
/// as far as is known, and none that takes more than half of what is left. Whose queue is empty,
/// the kernel says; it is asked when somebody would get nothing by its last answer. Where it does
/// not say (no `sock_diag`), nobody is held back for that. Belongs to the thread of its [Libc].
public final class SendRoom {
    /// Large enough for the list of some hundred sockets; the kernel fills it several times.
    private static final int LIST_SIZE = 32 * 1024;

    /// A list of queues is good for this long at least.
    private static final long LIST_NANOS = 250_000;

    /// On a machine with many sockets listing takes its time: no more than a fifth goes there ...
    private static final int LIST_SHARE = 4;

    /// ... unless that kept somebody who does read waiting for longer than this.
    private static final long LIST_NANOS_MOST = 50_000_000;

    /// How much more may lie unread than when the list was made.
    private static final int AGAIN_SHARE = 16;

    private final Libc libc;
    private final LinuxDatagramSocket socket;
    private final int size;
    private final LongSupplier clock;
    private final MemorySegment list;
    private final UnreadSockets unread = new UnreadSockets();
    private final Set<UnixName> sentSinceList = new HashSet<>();
    private int takenAtList;
    private long sentSinceLook;
    private long listGoodUntil;
    private int taken;

    /// Watches one socket.
    ///
    /// @param size of the socket's send buffer, by the kernel's count
    public SendRoom(Libc libc, LinuxDatagramSocket socket, int size) {
        this(libc, socket, size, System::nanoTime);
    }

    /// @param clock tells nanoseconds in the sense of [System#nanoTime()]
    SendRoom(Libc libc, LinuxDatagramSocket socket, int size, LongSupplier clock) {
        this.libc = libc;
        this.socket = socket;
        this.size = size;
        this.clock = clock;
        this.list = libc.allocate(LIST_SIZE);
    }

    /// Begins a round of sending: looks how full the buffer is when that may have changed.
    public void look() {
        boolean was = isTight();
        if (!was && sentSinceLook <= size / 8) {
            return;
        }
        sentSinceLook = 0;
        taken = socket.unreceived(libc);
        if (isTight() && !was) {
            list();
        }
    }

    private void list() {
        long start = clock.getAsLong();
        unread.clear();
        sentSinceList.clear();
        takenAtList = taken;
        UnreadQueues.collect(libc, list, unread);
        long end = clock.getAsLong();
        listGoodUntil = end + Math.clamp(LIST_SHARE * (end - start), LIST_NANOS, LIST_NANOS_MOST);
    }

    /// Whether a datagram may be sent there now.
    public boolean allows(UnixName to, int length) {
        if (!isTight()) {
            return true;
        }
        if (weight(length) > (size - taken) / 2) {
            return false;
        }
        if (hasProbablyRead(to, length)) {
            return true;
        }
        if (clock.getAsLong() - listGoodUntil <= 0) {
            return false;
        }
        list();
        return hasProbablyRead(to, length);
    }

    /// The list says who had not read when it was made. Whoever had, and was sent something since,
    /// may have more: who asks one question after the other reads at once. When more and more lies
    /// unread, somebody does not, and a new list finds out who.
    private boolean hasProbablyRead(UnixName to, int length) {
        return !unread.contains(libc, to) && (!sentSinceList.contains(to) || isShare(weight(length)));
    }

    private boolean isShare(long more) {
        return taken - takenAtList + sentSinceLook + more <= size / AGAIN_SHARE;
    }

    /// Whether a datagram may be sent together with others before the next [#look()].
    ///
    /// @param others what they weigh together
    public boolean allowsBeside(long others, int length) {
        long together = others + weight(length);
        return isTight() ? isShare(together) && together <= (size - taken) / 2 : sentSinceLook + together <= size / 8;
    }

    /// A datagram was sent there.
    public void sent(UnixName to, int length) {
        sentSinceLook += weight(length);
        if (isTight()) {
            sentSinceList.add(to);
        }
    }

    /// Something could not be sent: the next round looks in any case.
    public void suspect() {
        sentSinceLook = size;
    }

    /// About what the kernel counts for a datagram: memory comes in powers of two, and beyond 16
    /// KiB in pages.
    public static int weight(int length) {
        return length <= 16 * 1024 ? 2 * length + 1024 : length + 2048;
    }

    private boolean isTight() {
        return taken > size / 2;
    }
}
