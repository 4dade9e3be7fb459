package org.wirechief.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// One platform thread with one selector, on which everything of its listeners and connections
/// happens.
///
/// The thread is a daemon: how long the JVM lives is the application's decision. A throwable of a
/// task, a timer or a handler goes to the error handler and never ends the loop. Only a failing
/// selector does; the loop then closes its channels and tells whoever wants to know.
public final class EventLoop implements Executor, AutoCloseable {
    /// One read, and one write of queued bytes, moves at most this much.
    static final int TRANSFER = 64 * 1024;

    private final Selector selector;
    private final Thread thread;
    private final Consumer<? super Throwable> onError;
    private final Consumer<? super Throwable> onFailure;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean wakeupPending = new AtomicBoolean();
    private final TimerQueue timers = new TimerQueue();
    private final Consumer<SelectionKey> handler = this::ready;
    private final Lookout lookout = new Lookout();
    private final Lookout.Asking asking = this::lookOnce;
    private final List<Runnable> turnEnds = new CopyOnWriteArrayList<>();
    private final AtomicLong timerSequence = new AtomicLong();
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final ByteBuffer transfer = ByteBuffer.allocateDirect(TRANSFER);
    private final byte[] workspace = new byte[TRANSFER];
    private volatile boolean closing;
    private volatile boolean ended;
    private long now;
    private boolean knowsNow;

    EventLoop(
            String name,
            Selector selector,
            Consumer<? super Throwable> onError,
            Consumer<? super Throwable> onFailure) {
        this.selector = selector;
        this.onError = onError;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /// Starts a loop that logs errors.
    ///
    /// @param name the thread's name
    /// @throws IOException if the system has no selector to give
    public static EventLoop start(String name) throws IOException {
        return watched(name, _ -> {});
    }

    /// Starts a loop that logs errors.
    ///
    /// @param name the thread's name
    /// @param onFailure gets what ended the loop when it was not [#close()]; called once, on the
    ///     loop's thread, when its channels are closed
    /// @throws IOException if the system has no selector to give
    public static EventLoop watched(String name, Consumer<? super Throwable> onFailure) throws IOException {
        System.Logger log = System.getLogger(EventLoop.class.getPackageName());
        return new EventLoop(
                        name,
                        Selector.open(),
                        error -> log.log(System.Logger.Level.ERROR, "a task on loop " + name + " failed", error),
                        failure -> {
                            log.log(System.Logger.Level.ERROR, "loop " + name + " has failed", failure);
                            onFailure.accept(failure);
                        })
                .started();
    }

    /// Starts a loop.
    ///
    /// @param name the thread's name
    /// @param onError gets what tasks, timers and handlers throw; called on the loop
    /// @throws IOException if the system has no selector to give
    public static EventLoop start(String name, Consumer<? super Throwable> onError) throws IOException {
        return new EventLoop(name, Selector.open(), onError, _ -> {}).started();
    }

    /// Starts the thread.
    EventLoop started() {
        thread.start();
        started.join();
        return this;
    }

    /// The thread's name.
    public String name() {
        return thread.getName();
    }

    /// The thread's id in Linux, as `ps -L` shows it; -1 where there is no `/proc`.
    public long threadId() {
        return started.join();
    }

    /// Whether the caller is on this loop's thread.
    public boolean inLoop() {
        return thread.equals(Thread.currentThread());
    }

    /// Runs a task on the loop, in the order of submission, soon. From any thread; from the loop
    /// itself it runs after what is running now.
    ///
    /// @throws RejectedExecutionException after the loop has ended; tasks submitted before it
    ///     ends run
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (ended && tasks.remove(task)) {
            throw new RejectedExecutionException("loop " + name() + " has ended");
        }
        wake();
    }

    /// Runs an action on the loop later. From any thread.
    ///
    /// @param delay not before this; zero or less is soon
    /// @throws RejectedExecutionException after the loop has ended; timers that are not due when
    ///     it ends do not run
    public LoopTimer schedule(Duration delay, Runnable action) {
        long at = System.nanoTime() + delay.toNanos();
        var timer = new LoopTimer(this, at, timerSequence.getAndIncrement(), action);
        if (inLoop()) {
            timers.add(timer);
        } else {
            execute(() -> timers.add(timer));
        }
        return timer;
    }

    /// Closes what is registered, runs the tasks that are waiting, and ends the thread. From any
    /// thread; waits for the end unless it is called on the loop. Calling again does nothing.
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        LinuxThread.joinUnlessCurrent(thread);
    }

    /// Runs an action from now on whenever everything that was ready in a turn has been handled,
    /// and whenever tasks have run. From any thread; the action runs on the loop.
    public void atTurnEnds(Runnable action) {
        turnEnds.add(action);
    }

    /// Runs on the loop and waits for the result; at once when called on the loop.
    ///
    /// @throws IOException what the call threw, or that the loop has ended
    <T> T call(Callable<T> call) throws IOException {
        var result = new CompletableFuture<T>();
        Runnable task = () -> {
            try {
                result.complete(call.call());
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        };
        try {
            if (inLoop()) {
                task.run();
            } else {
                execute(task);
            }
            // not interruptible: the caller must know whether it happened
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        } catch (RejectedExecutionException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Registers a channel that is in non-blocking mode. Loop thread only.
    SelectionKey register(SelectableChannel channel, int ops, LoopChannel ready) throws IOException {
        if (closing) {
            throw new IOException("loop " + name() + " is closing");
        }
        return channel.register(selector, ops, ready);
    }

    void report(Throwable error) {
        try {
            onError.accept(error);
        } catch (Throwable t) {
            error.addSuppressed(t);
        }
    }

    void forget(LoopTimer timer) {
        if (inLoop()) {
            timers.remove(timer);
        } else if (!ended) {
            tasks.add(() -> timers.remove(timer));
            wake();
        }
    }

    /// When this turn began, in the sense of [System#nanoTime()]: one reading of the clock serves
    /// everything that is ready together. Limits that begin after a handler took long are shorter
    /// by as much. Loop thread only.
    long now() {
        if (!knowsNow) {
            now = System.nanoTime();
            knowsNow = true;
        }
        return now;
    }

    /// Somebody was served. Loop thread only.
    ///
    /// @param requests how many had come together
    void served(int requests) {
        lookout.served(requests);
    }

    /// The direct buffer all reads and writes of this loop go through. Loop thread only; its
    /// content lasts until the next read or write.
    ByteBuffer transfer() {
        return transfer;
    }

    /// Where bytes just read stand while a handler looks at them. Loop thread only.
    byte[] workspace() {
        return workspace;
    }

    private void wake() {
        if (!inLoop() && wakeupPending.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    private void run() {
        started.complete(LinuxThread.id());
        Throwable failure = null;
        try {
            while (!closing) {
                select();
                runTasks();
                timers.fire(now(), timer -> guarded(timer::run));
            }
        } catch (Throwable t) {
            failure = t;
        }
        end();
        if (failure != null) {
            onFailure.accept(failure);
        }
    }

    private void select() throws IOException {
        long wait = tasks.isEmpty() ? timers.millisToNext(now()) : 0;
        knowsNow = false;
        int ready = wait == 0 ? selector.selectNow(handler) : await(wait);
        if (ready > 0) {
            turnEnds();
        }
    }

    private int await(long wait) throws IOException {
        if (lookout.isWorthIt()) {
            int ready = Math.max(0, lookout.look(asking));
            // a look takes wake-ups as well: that of the end, and that of a task which has run
            // already, so whoever comes from here on must wake the loop anew
            wakeupPending.set(false);
            if (ready > 0 || !tasks.isEmpty() || closing) {
                return ready;
            }
        }
        int ready = selector.select(handler, Math.max(wait, 0));
        // whoever was stopped wakes too late and has looked at nothing: what came in time counts
        return ready == 0 && timers.millisToNext(now()) == 0 ? selector.selectNow(handler) : ready;
    }

    /// A task ends the look, and says nothing about peers.
    private int lookOnce() throws IOException {
        int ready = selector.selectNow(handler);
        return ready == 0 && (closing || !tasks.isEmpty()) ? -1 : ready;
    }

    private void ready(SelectionKey key) {
        // the handler of another connection may have closed this one in the same round
        if (key.isValid()) {
            try {
                ((LoopChannel) key.attachment()).ready(key.readyOps());
            } catch (Throwable t) {
                report(t);
            } finally {
                LinuxThread.clearInterrupt(); // it would end every select at once from then on
            }
        }
    }

    private void turnEnds() {
        turnEnds.forEach(this::guarded);
    }

    private void runTasks() {
        wakeupPending.set(false);
        boolean some = !tasks.isEmpty();
        // only what is there now: a task that submits itself again must not starve the sockets
        for (int n = tasks.size(); n > 0; n--) {
            Runnable task = tasks.poll();
            if (task != null) {
                guarded(task);
            }
        }
        // what waited for a task may have been handled in it
        if (some) {
            turnEnds();
        }
    }

    private void end() {
        closing = true;
        if (selector.isOpen()) {
            for (SelectionKey key : selector.keys()) {
                guarded(((LoopChannel) key.attachment())::loopEnded);
            }
        }
        runAll();
        try {
            selector.close();
        } catch (IOException e) {
            report(e);
        }
        ended = true;
        runAll();
    }

    private void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (Throwable t) {
            report(t);
        } finally {
            LinuxThread.clearInterrupt();
        }
    }
}
