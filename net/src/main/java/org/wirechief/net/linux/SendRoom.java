package org.wirechief.net.linux;

import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/// Keeps receivers that do not read from using up a socket's send buffer.
///
/// What was sent and not yet received counts against the sender's buffer, and when that is full
/// nothing can be sent to anybody. The limit on a receiver's queue does not prevent it: it is ten
/// datagrams each, and Linux does not apply it at all to a receiver that has connected its socket
/// to this one, as most clients do (measured on Linux 6.18: one such receiver takes the whole
/// buffer).
///
/// So when more than half of the buffer is taken, the kernel lists who has something unread, and
/// those get nothing until they have read it all. The list stays good until most of an eighth of
/// what was left then is taken too: somebody else does not read, and a new list finds out who.
/// Nobody gets a datagram that takes more than half of what is left.
///
/// Those who read pay for one who does not with some arithmetic: what was sent since the kernel was
/// asked counts as unread, and it is asked again when that could matter. One who is held back is
/// looked up alone when it is to get something; after some looks in vain it waits for a new list,
/// at most 50 ms. Belongs to the thread of its [Libc].
///
/// Where the kernel does not list (no `sock_diag`, no `AF_NETLINK`), nobody is held back for what
/// lies unread, and one who does not read may hold up all. The log tells so once.
public final class SendRoom {
    /// A list of queues is good for this long at least.
    private static final long LIST_NANOS = 250_000;

    /// On a machine with many sockets listing takes its time: no more than a fifth goes there ...
    private static final int LIST_SHARE = 4;

    /// ... unless that kept somebody who does read waiting for longer than this.
    private static final long LIST_NANOS_MOST = 50_000_000;

    /// The part of what was left that may come to lie unread before a new list.
    private static final int SHARE = 8;

    /// So many looked up in vain take longer than a list.
    private static final int LOOKUPS = 32;

    private static final System.Logger LOG = System.getLogger(SendRoom.class.getPackageName());

    private final Libc libc;
    private final Receivers receivers;
    private final int size;
    private final LongSupplier clock;
    private final IntConsumer unlisted;
    private final UnreadSockets unread = new UnreadSockets();
    private int taken;
    /// Since `taken` was asked for; at most so much more is taken now.
    private long sentSince;
    private int takenAtList;
    private long listGoodUntil;
    private int lookups;
    private boolean told;

    /// Watches one socket.
    ///
    /// @param size of the socket's send buffer, by the kernel's count
    public SendRoom(Libc libc, LinuxDatagramSocket socket, int size) {
        this(libc, new UnreadQueues(libc, socket), size, System::nanoTime, SendRoom::warn);
    }

    /// @param clock tells nanoseconds in the sense of [System#nanoTime()]
    /// @param unlisted is told the first error number, negative, that came instead of a list
    SendRoom(Libc libc, Receivers receivers, int size, LongSupplier clock, IntConsumer unlisted) {
        this.libc = libc;
        this.receivers = receivers;
        this.size = size;
        this.clock = clock;
        this.unlisted = unlisted;
    }

    private static void warn(int error) {
        LOG.log(
                System.Logger.Level.WARNING,
                "the kernel does not list who leaves Unix datagrams unread: {0}. One receiver that does"
                        + " not read can now hold up all others. Let this process open AF_NETLINK sockets"
                        + " (RestrictAddressFamilies in a unit of systemd)",
                Errno.describe(error));
    }

    /// Begins a round of sending: asks how full the buffer is when that may have changed.
    public void look() {
        if (isTight() ? isWorthAsking() : sentSince > size / 8) {
            boolean was = isTight();
            ask();
            if (isTight() && !was) {
                list();
            }
        }
    }

    /// Whether a datagram may be sent there now.
    public boolean allows(UnixName to, int length) {
        if (isTight() && isHeldBack(to)) {
            return false;
        }
        long weight = weight(length);
        return !isTight() || fits(weight) || fitsAfterAsking(to, weight);
    }

    /// Whether a datagram may be sent together with others before the next [#look()].
    ///
    /// @param others what they weigh together
    public boolean allowsBeside(long others, int length) {
        long together = others + weight(length);
        return isTight() ? isShare(together) && together <= left() / 2 : sentSince + together <= size / 8;
    }

    /// A datagram was sent.
    public void sent(int length) {
        sentSince += weight(length);
    }

    /// Something could not be sent: the next round asks in any case.
    public void suspect() {
        sentSince = size;
    }

    /// About what the kernel counts for a datagram: memory comes in powers of two, and beyond 16
    /// KiB in pages.
    public static int weight(int length) {
        return length <= 16 * 1024 ? 2 * length + 1024 : length + 2048;
    }

    /// When more than half of a share may be gone; where it is, not in every round.
    private boolean isWorthAsking() {
        return grown() > share() / 2 && sentSince > share() / 4;
    }

    private boolean isHeldBack(UnixName to) {
        ListedSocket listed = unread.find(libc, to);
        if (listed == null) {
            return false;
        }
        if (lookups == LOOKUPS) {
            return isListGood() || isListedAnew(to);
        }
        if (receivers.hasUnread(listed)) {
            lookups++;
            return true;
        }
        unread.remove(listed);
        ask(); // much may have been read
        return false;
    }

    private boolean fitsAfterAsking(UnixName to, long weight) {
        ask();
        if (!isTight() || (fits(weight) && (isListGood() || !isMostOfAShareGone()))) {
            return true;
        }
        return weight <= left() / 2 && !isListGood() && !isListedAnew(to);
    }

    /// Where it stays so, the kernel would be asked with every datagram or two.
    private boolean isMostOfAShareGone() {
        return grown() > share() * 3 / 4;
    }

    /// What is larger than a share goes when nothing more lies unread than at the list.
    private boolean fits(long weight) {
        return weight <= left() / 2 && (grown() <= 0 || isShare(weight));
    }

    private boolean isShare(long more) {
        return grown() + more <= share();
    }

    private long grown() {
        return taken + sentSince - takenAtList;
    }

    private int share() {
        return (size - takenAtList) / SHARE;
    }

    private long left() {
        return size - taken - sentSince;
    }

    private boolean isTight() {
        return taken > size / 2;
    }

    private void ask() {
        taken = receivers.unreceived();
        sentSince = 0;
    }

    private boolean isListGood() {
        return clock.getAsLong() - listGoodUntil <= 0;
    }

    private boolean isListedAnew(UnixName to) {
        list();
        return unread.find(libc, to) != null;
    }

    private void list() {
        ask();
        takenAtList = taken;
        lookups = 0;
        unread.clear();
        long start = clock.getAsLong();
        int answer = receivers.list(unread);
        long end = clock.getAsLong();
        listGoodUntil = end + Math.clamp(LIST_SHARE * (end - start), LIST_NANOS, LIST_NANOS_MOST);
        if (answer < 0 && !told) {
            told = true;
            unlisted.accept(answer);
        }
    }
}
