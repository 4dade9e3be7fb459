package org.wirechief.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call under way: what the caller who waits and the link that carries it share.
///
/// The first to complete it decides: the answer, a failure, the deadline, or the caller who has
/// lost interest. Whatever comes later changes nothing. Safe for use by several threads.
final class Exchange {
    private final String node;
    private final String command;
    private final Arguments args;
    private final Duration deadline;
    private final CompletableFuture<RawAnswer> answer = new CompletableFuture<>();

    private volatile long end;
    private volatile boolean begun;
    private volatile boolean sent;
    private volatile int announced;
    private volatile int received;
    private volatile boolean lossy;
    private volatile Supplier<String> remark = () -> "";

    /// What a caller makes of an answer.
    interface Reading<T> {
        T of(RawAnswer answer) throws IOException;
    }

    /// @param inTurn whether the deadline counts from [#turn]; else it counts from now
    Exchange(String node, String command, Arguments args, Duration deadline, boolean inTurn) {
        this.node = node;
        this.command = command;
        this.args = args;
        this.deadline = deadline;
        this.end = System.nanoTime() + deadline.toNanos();
        this.begun = !inTurn;
    }

    String command() {
        return command;
    }

    Arguments args() {
        return args;
    }

    /// Nanoseconds until the deadline, negative when it has passed; all of them while it waits for
    /// its turn.
    long left() {
        return begun ? end - System.nanoTime() : deadline.toNanos();
    }

    boolean waitsForItsTurn() {
        return !begun;
    }

    /// Nothing stands before this call any more. For the first time, the time until its deadline
    /// begins, if it is one that counts from here.
    void turn() {
        if (!begun) {
            end = System.nanoTime() + deadline.toNanos();
            begun = true;
        }
    }

    /// Whether nobody waits for it any more. A call that is over before it is sent is not sent.
    boolean isOver() {
        return answer.isDone();
    }

    /// Runs once it is over, in the thread that ended it; must not wait.
    void whenOver(Runnable action) {
        var _ = answer.whenComplete((_, _) -> action.run());
    }

    /// To be asked before it is sent. From then on the node may have got it.
    ///
    /// @return false when it is over: it must not be sent then, its caller may have heard that it
    ///     never was
    synchronized boolean leaves() {
        sent |= !isOver();
        return !isOver();
    }

    /// It was not sent after all.
    synchronized void stays() {
        sent = false;
    }

    /// Ends it with what is true at this moment, so that it cannot be sent after it was said not to
    /// be.
    private synchronized void end(Supplier<NodeException> failure) {
        if (!isOver()) {
            answer.completeExceptionally(failure.get());
        }
    }

    /// How much of the answer is there.
    ///
    /// @param announcedBytes 0 while that is not known
    /// @param mayLose whether what is missing may never come
    void came(int receivedBytes, int announcedBytes, boolean mayLose) {
        received = receivedBytes;
        announced = announcedBytes;
        lossy = mayLose;
    }

    /// What to add to the message if the deadline passes.
    void remark(Supplier<String> text) {
        remark = text;
    }

    void answered(RawAnswer whole) {
        answer.complete(whole);
    }

    void broken(BrokenReply.Kind kind, String what) {
        answer.completeExceptionally(new BrokenReply(node, command, kind, what));
    }

    void wrongCookie(String what, int sentCookie, int receivedCookie) {
        answer.completeExceptionally(new BrokenReply(node, command, what, sentCookie, receivedCookie));
    }

    void lost(String what, @Nullable Throwable cause) {
        end(() -> new ConnectionLost(node, command, what, sent, cause));
    }

    /// If it was sent, it may have run: the network does not say what could not be delivered.
    void unreachable(IOException cause) {
        String what = NodeException.about(node, command, String.valueOf(cause.getMessage()));
        end(() -> new CannotConnect(node, command, what, sent, cause));
    }

    void late() {
        end(this::lateness);
    }

    private NodeException lateness() {
        String within = " within " + deadline.toMillis() + " ms";
        if (!sent) {
            return new CallTimedOut(node, command, "not sent" + within + remark.get(), false);
        }
        if (announced > 0 && lossy) {
            String what = "of " + announced + " bytes announced " + received + " came" + within
                    + ": a datagram of the answer was lost";
            return new BrokenReply(node, command, BrokenReply.Kind.INCOMPLETE, what);
        }
        String what = announced > 0
                ? "no whole answer" + within + ": " + received + " of " + announced + " bytes came"
                : received > 0
                        ? "no answer" + within + ": only " + received + " bytes, less than a header"
                        : "no answer" + within;
        return new CallTimedOut(node, command, what + remark.get(), true);
    }

    /// Waits for the answer, until the deadline.
    ///
    /// @throws InterruptedIOException when the thread is interrupted, and stays so
    RawAnswer await() throws IOException {
        try {
            while (!isOver() && left() > 0) {
                waitFor(left());
            }
            late();
            return ended();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void waitFor(long nanos) throws InterruptedException {
        try {
            answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // whether it is over, and how, is asked for next
        }
    }

    /// The caller's thread was interrupted: the call is over.
    InterruptedIOException interrupted() {
        boolean mayRun = giveUp();
        Thread.currentThread().interrupt();
        return new InterruptedIOException(NodeException.about(
                node, command, "interrupted while waiting" + (mayRun ? "; the command may have run" : "")));
    }

    /// Nobody waits for it any more.
    ///
    /// @return whether the node may have got it
    private synchronized boolean giveUp() {
        answer.cancel(false);
        return sent;
    }

    private RawAnswer ended() throws IOException {
        return switch (answer.state()) {
            case SUCCESS -> answer.resultNow();
            case FAILED -> throw failure(answer.exceptionNow());
            case CANCELLED -> throw new InterruptedIOException(NodeException.about(node, command, "cancelled"));
            case RUNNING -> throw new IllegalStateException("a call that is over runs");
        };
    }

    private static IOException failure(Throwable why) {
        return why instanceof IOException failure ? failure : new IOException("a link failed", why);
    }

    /// The answer as a future that ends by the deadline. It is read, and what depends on it runs,
    /// in a virtual thread of its own: never in that of the link. When it is cancelled or completed
    /// from outside, the call is over.
    <T> CompletableFuture<T> future(Reading<T> reading) {
        CompletableFuture<T> future = new CompletableFuture<>();
        var _ = answer.whenCompleteAsync((_, _) -> complete(future, reading), Thread::startVirtualThread);
        var _ = future.whenComplete((_, _) -> giveUp());
        watch();
        return future;
    }

    /// Ends the call at its deadline. That may lie later than it seems now, while it waits for its
    /// turn.
    private void watch() {
        var _ = answer.copy()
                .orTimeout(Math.max(0, left()), TimeUnit.NANOSECONDS)
                .whenComplete((_, failure) -> {
                    // a failure of the call itself comes in a wrapping
                    if (failure instanceof TimeoutException) {
                        expired();
                    }
                });
    }

    private void expired() {
        if (left() > 0) {
            watch();
        } else {
            late();
        }
    }

    private <T> void complete(CompletableFuture<T> future, Reading<T> reading) {
        try {
            future.complete(reading.of(ended()));
        } catch (IOException | RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
