package org.wirechief.client.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.RemoteFault;
import org.wirechief.net.TimeLeft;

/// The events of a node, this server or OpenSIPS of any age, as they are raised.
///
/// ```java
/// try (var stream = EventStream.open("mi:udp:127.0.0.1:8080", List.of("E_PIKE_BLOCKED"))) {
///     while (stream.poll(Duration.ofHours(1)) instanceof EventNews.Arrived arrived) {
///         IO.println(arrived.event());
///     }
/// }
/// ```
///
/// It opens a socket, has the node send there, renews that when two thirds of its time are over,
/// and subscribes again when the node was restarted. Events carry no number and are not answered,
/// so nobody can promise that none is lost; what can be known is told as an [EventNews.Gap] in its
/// place among the events: what found the queue full, what the system dropped at a UDP socket, what
/// cannot be read, what this server, as a node, says it could not deliver, and that a node had lost
/// a subscription. An OpenSIPS that cannot send to a Unix socket tells nobody here.
///
/// Whoever can send to the socket can make up events. A UDP socket takes them from anybody.
///
/// **Threads.** Any may take news, each gets others. Two daemon threads belong to it.
public final class EventStream implements AutoCloseable {
    /// How long a node may take to hear that nothing more is wanted.
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final NodeLine node;
    private final EventSocket socket;
    private final ArrivingEvents arriving;
    private final NewsQueue news;
    private final List<Subscription> subscriptions;
    private final Keeper keeper;
    private final ReentrantLock closing = new ReentrantLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile OptionalLong overflown = OptionalLong.empty();

    private EventStream(
            NodeLine node,
            EventSocket socket,
            ArrivingEvents arriving,
            NewsQueue news,
            List<Subscription> subscriptions,
            EventOptions options) {
        this.node = node;
        this.socket = socket;
        this.arriving = arriving;
        this.news = news;
        this.subscriptions = subscriptions;
        this.keeper = new Keeper(subscriptions, socket, news, options);
    }

    /// Subscribes with [EventOptions#DEFAULTS].
    ///
    /// @param address a node that speaks MI: `mi:udp:host:port`, `mi:/path`, `fifo:/path`
    /// @param events names of events
    /// @throws IllegalArgumentException when that is no such address, or there is no event, or one
    ///     whose name cannot be sent
    /// @throws RemoteFault when the node refuses one; none stays subscribed
    /// @throws org.wirechief.client.NodeException when it does not answer
    /// @throws IOException when no socket can be opened
    public static EventStream open(String address, Collection<String> events) throws IOException {
        return open(address, events, EventOptions.DEFAULTS);
    }

    /// As [#open(String, Collection)], with other options.
    public static EventStream open(String address, Collection<String> events, EventOptions options) throws IOException {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("no event is asked for: name at least one");
        }
        NewsQueue news = new NewsQueue(options.queue());
        ArrivingEvents arriving = new ArrivingEvents(events, news);
        NodeLine node = new NodeLine(address, options.connecting());
        EventSocket socket = EventSocket.open(address, options.socket(), arriving);
        List<Subscription> made = new ArrayList<>();
        try {
            for (String event : new LinkedHashSet<>(events)) {
                Subscription subscription = new Subscription(node, event, socket.name(), options);
                subscribe(subscription, made);
            }
        } catch (Throwable e) {
            try {
                end(made, PARTING);
            } finally {
                node.close();
                socket.close();
            }
            throw e;
        }
        EventStream stream = new EventStream(node, socket, arriving, news, List.copyOf(made), options);
        stream.keeper.start();
        return stream;
    }

    /// What was asked for may be there although no answer came; what was refused, or could not be
    /// said, is not.
    private static void subscribe(Subscription subscription, List<Subscription> made) throws IOException {
        made.add(subscription);
        try {
            subscription.renew();
        } catch (RemoteFault | CannotConnect | IllegalArgumentException e) {
            made.removeLast();
            throw e;
        }
    }

    /// Where the node sends to, as it was told: `udp:127.0.0.1:40000`, `unix:/tmp/x`.
    public String socket() {
        return socket.name();
    }

    /// Waits for what there is to tell.
    ///
    /// @return null when nothing came in time, or the stream is closed and all is taken
    public @Nullable EventNews poll(Duration patience) throws InterruptedException {
        return news.poll(patience);
    }

    /// Whether it is closed and everything was taken.
    public boolean isDone() {
        return news.isClosed();
    }

    public EventCounts counts() {
        return new EventCounts(
                news.arrived(),
                news.dropped(),
                arriving.unreadable(),
                arriving.unasked(),
                arriving.doubtful(),
                closed.get() ? overflown : socket.overflown(),
                keeper.losses());
    }

    /// Asks the node what it could not deliver and tells it that nothing more is wanted, if it
    /// answers within two seconds, and closes the socket. What has come by then can still be taken,
    /// and a last [EventNews.Gap] behind it. Calling again waits for the first call.
    @Override
    public void close() {
        closing.lock();
        try {
            if (!closed.get()) {
                closeOnce();
            }
        } finally {
            closing.unlock();
        }
    }

    private void closeOnce() {
        keeper.stop();
        // an interrupted thread could ask the node nothing
        boolean interrupted = Thread.interrupted();
        long begin = System.nanoTime();
        keeper.lookOnceMore(PARTING.dividedBy(2));
        end(subscriptions, PARTING.minusNanos(System.nanoTime() - begin));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        node.close();
        keeper.lookForOverflow();
        overflown = socket.overflown();
        closed.set(true);
        socket.close();
        news.close();
    }

    private static void end(List<Subscription> subscriptions, Duration limit) {
        // an interrupted thread could tell the node nothing
        boolean interrupted = Thread.interrupted();
        try {
            TimeLeft left = TimeLeft.of(limit);
            for (Subscription subscription : subscriptions) {
                subscription.end(left.now());
            }
        } catch (IOException e) {
            // they expire by themselves
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
