package org.wirechief.net;

import org.wirechief.net.linux.Errno;
import org.wirechief.net.linux.Libc;
import org.wirechief.net.linux.LinuxException;
import org.wirechief.net.linux.ReceiveBatch;
import org.wirechief.net.linux.SendRoom;
import org.wirechief.net.linux.UnixDatagramSocket;
import org.wirechief.net.linux.Waiting;
import org.wirechief.net.linux.Wakeup;

/// What the thread of a Unix datagram socket does again and again: wait, receive a batch, have it
/// handled, send the answers, try parked ones again. That thread only.
final class UnixDatagramTurn {

    /// Gets each datagram; the bytes die when it returns.
    interface Taker {
        void take(DatagramPeer peer, byte[] bytes, int length);
    }

    /// Enough to save most system calls under load; each has memory for the longest datagram.
    private static final int BATCH = 16;

    private static final int PAUSE_MILLIS = 100;

    private static final System.Logger LOG = System.getLogger(UnixDatagramTurn.class.getPackageName());

    private final UnixDatagramSocket socket;
    private final NetCounters counters;
    private final ReplyInbox inbox;
    private final Taker taker;
    private final Waiting waiting;
    private final ReceiveBatch batch;
    private final ParkedReplies parked;
    private final UnixReplySender sender;
    private final byte[] workspace;
    private boolean moreToReceive;
    private boolean failing;

    UnixDatagramTurn(
            Libc libc,
            UnixDatagramSocket socket,
            Wakeup wakeup,
            DatagramLimits limits,
            NetCounters counters,
            ReplyBudget budget,
            ReplyInbox inbox,
            Taker taker)
            throws LinuxException {
        this.socket = socket;
        this.counters = counters;
        this.inbox = inbox;
        this.taker = taker;
        this.waiting = new Waiting(libc, socket, wakeup);
        this.batch = new ReceiveBatch(libc, BATCH, limits.maxRequest());
        this.parked = new ParkedReplies(limits, budget, counters.datagrams);
        var room = new SendRoom(libc, socket, socket.sendBuffer(libc, limits.sendBuffer()));
        this.sender = new UnixReplySender(libc, socket, room, parked, counters);
        this.workspace = new byte[limits.maxRequest()];
    }

    /// One turn; waits until there is something to do.
    void run(boolean receiving) {
        if (failing) {
            waiting.await(Waiting.Event.NOTHING, PAUSE_MILLIS);
        }
        if (!receiving) {
            waiting.await(Waiting.Event.NOTHING, millisToNext());
        } else if (moreToReceive || waiting.await(Waiting.Event.RECEIVE, millisToNext())) {
            receive();
        }
        waiting.rearm();
        takeInbox();
        sender.flush();
        sender.retry(System.nanoTime());
    }

    /// Puts an answer into the batch, behind what other threads have given before.
    void answer(DatagramPeer peer, byte[] bytes, int from, int to) {
        takeInbox();
        sender.add(peer, bytes, from, to);
    }

    /// Gives up what is parked.
    void drop() {
        parked.clear();
    }

    private int millisToNext() {
        return inbox.isEmpty() ? parked.millisToNext(System.nanoTime()) : 0;
    }

    private void takeInbox() {
        for (PendingReply reply = inbox.poll(); reply != null; reply = inbox.poll()) {
            sender.add(reply.peer(), reply.bytes(), 0, reply.bytes().length);
        }
    }

    private void receive() {
        int answer = socket.receive(batch);
        moreToReceive = answer == batch.capacity();
        if (answer < 0) {
            receiveFailed(answer);
            return;
        }
        failing = false;
        for (int i = 0; i < answer; i++) {
            counters.datagrams.received.increment();
            counters.bytesIn.add(batch.length(i));
            if (batch.isCut(i)) {
                counters.datagrams.tooLong.increment();
            } else {
                batch.copy(i, workspace, 0);
                taker.take(DatagramPeer.unix(batch.name(i), batch.sender(i)), workspace, batch.length(i));
            }
        }
    }

    private void receiveFailed(int answer) {
        if (Errno.EAGAIN.is(answer) || Errno.EINTR.is(answer)) {
            failing = false;
            return;
        }
        counters.datagrams.receiveErrors.increment();
        if (!failing) {
            failing = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "receiving failed on {0}: {1}",
                    Thread.currentThread().getName(),
                    Errno.describe(answer));
        }
    }
}
