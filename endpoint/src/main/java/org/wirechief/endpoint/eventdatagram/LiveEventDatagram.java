package org.wirechief.endpoint.eventdatagram;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ChangingGroup;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventBudget;
import org.wirechief.core.event.EventCounters;
import org.wirechief.core.event.EventEncoder;
import org.wirechief.core.event.EventLine;
import org.wirechief.core.event.EventTarget;
import org.wirechief.core.event.EventTransport;
import org.wirechief.core.event.LineLimits;
import org.wirechief.endpoint.Exports;
import org.wirechief.endpoint.Host;
import org.wirechief.endpoint.LiveEndpoint;
import org.wirechief.endpoint.ServiceThread;
import org.wirechief.endpoint.StopStage;
import org.wirechief.net.DatagramPeer;
import org.wirechief.net.DatagramSender;
import org.wirechief.net.Outgoing;
import org.wirechief.net.OutgoingLine;

/// `event_datagram` at work. Whoever raises an event puts it into lines; one thread takes it out of
/// them and sends it, and ends subscriptions on time.
final class LiveEventDatagram implements LiveEndpoint, EventTransport {
    private static final Logger LOG = System.getLogger(LiveEventDatagram.class.getName());
    private static final String SENDER = "event_datagram sender";

    private static final Duration LOOK_UP_AGAIN = Duration.ofSeconds(30);

    private final EventDatagramParameters parameters;
    private final Host host;
    private final EventBudget budget;
    private final EventDatagramStatistics counters = new EventDatagramStatistics();
    private final StandingSubscriptions standing =
            new StandingSubscriptions(this::requirePublished, this::subscribe, LOOK_UP_AGAIN);
    private volatile @Nullable DatagramSender sender;

    /// Somebody to send to, in one dialect.
    private record Target(LiveEventDatagram module, DatagramPeer peer, EventEncoder encoder) implements EventTarget {
        @Override
        public LineLimits limits() {
            return module.parameters.queue();
        }

        @Override
        public EventBudget budget() {
            return module.budget;
        }

        @Override
        public EventCounters totals() {
            return module.counters.events();
        }

        @Override
        public void ready(EventLine line) {
            module.announce(peer, new Datagrams(line));
        }
    }

    /// A line of events as datagrams.
    private record Datagrams(EventLine line) implements OutgoingLine {
        @Override
        public @Nullable Outgoing next() {
            EventLine.Waiting waiting = line.take();
            return waiting == null ? null : new OneEvent(waiting);
        }

        @Override
        public void failAll() {
            line.failAll();
        }

        @Override
        public int size() {
            return line.size();
        }
    }

    private record OneEvent(EventLine.Waiting event) implements Outgoing {
        @Override
        public byte[] bytes() {
            return event.bytes();
        }

        @Override
        public boolean isWithdrawn() {
            boolean unwanted = event.isUnwanted();
            if (unwanted) {
                event.dropped();
            }
            return unwanted;
        }

        @Override
        public void sent() {
            event.sent();
        }

        @Override
        public void failed() {
            event.failed();
        }
    }

    LiveEventDatagram(EventDatagramParameters parameters, Host host) {
        this.parameters = parameters;
        this.budget =
                new EventBudget(parameters.mostWaiting(Runtime.getRuntime().maxMemory()));
        this.host = host;
        host.events().add(this);
    }

    @Override
    public String module() {
        return EventDatagramStatistics.GROUP;
    }

    @Override
    public boolean takesCommands() {
        return false;
    }

    @Override
    public StopStage stopStage() {
        return StopStage.OUTLETS;
    }

    @Override
    public Exports exports() {
        List<ChangingGroup> losses = List.of(new SubscriberLosses(host.events(), this::isOurs).group());
        return new Exports(List.of(), counters.all(budget), List.of(), List.of(), losses);
    }

    private boolean isOurs(EventTarget target) {
        return target instanceof Target one && one.module() == this;
    }

    @Override
    public @Nullable EventTarget target(Octets socket) {
        EventSocket parsed = EventSocket.parse(socket);
        if (parsed == null) {
            return null;
        }
        EventFormat format = parsed.format() == null ? parameters.format() : parsed.format();
        return new Target(this, parsed.peer(), parameters.encoder(format));
    }

    @Override
    public void open() throws IOException {
        DatagramSender opened = DatagramSender.open(
                SENDER, parameters.sender(), this::endSubscriptions, counters.traffic(), host.failed());
        sender = opened;
        // somebody may have subscribed since it looked and before it could be told
        opened.wake();
        tellIfLess(opened.sendBuffer());
        host.own().add(opened::isOwn);
        try {
            standing.begin(parameters.standing());
        } catch (Fault e) {
            opened.close();
            throw new IOException("event_datagram.subscribe: " + e.reason(), e);
        } catch (Throwable e) {
            opened.close();
            throw e;
        }
    }

    private void tellIfLess(int granted) {
        int asked = parameters.sender().sendBuffer();
        if (granted < asked) {
            LOG.log(
                    Level.WARNING,
                    "event_datagram.send_buffer = " + asked + ": the system grants " + granted
                            + " bytes; to have more, run sysctl -w net.core.wmem_max=" + asked + ", or ask for less");
        }
    }

    private void requirePublished(Standing one) {
        host.events().require(Octets.of(one.event()));
    }

    private void subscribe(Standing one) {
        host.events()
                .subscribe(
                        Octets.of(one.event()),
                        Octets.of(one.socket()),
                        one.lifetime(),
                        host.steady().instant());
    }

    private Duration endSubscriptions() {
        Instant now = host.steady().instant();
        Instant next = host.events().expire(now);
        Duration left = Duration.between(now, next);
        return left.compareTo(host.glance()) > 0 ? host.glance() : left;
    }

    @Override
    public void expireSoon() {
        DatagramSender open = sender;
        if (open != null) {
            open.wake();
        }
    }

    private void announce(DatagramPeer peer, OutgoingLine line) {
        DatagramSender open = sender;
        if (open == null || !open.announce(peer, line)) {
            line.failAll();
        }
    }

    @Override
    public boolean runSoon(Runnable task) {
        DatagramSender open = sender;
        return open != null && open.runSoon(task);
    }

    @Override
    public void drain(Duration limit) throws InterruptedException {
        DatagramSender open = sender;
        if (open != null) {
            open.drain(limit);
        }
    }

    @Override
    public void close() {
        standing.close();
        DatagramSender open = sender;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public List<ServiceThread> threads() {
        DatagramSender open = sender;
        return open == null ? List.of() : List.of(new ServiceThread(SENDER, open.threadId()));
    }
}
