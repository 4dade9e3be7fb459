package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.TempFolder;

/// Subscribers that are gone, or do not read, take nothing from the others.
class ManySubscribersIT {
    private static final int GOOD = 80;
    private static final int DEAD = 10;
    private static final int ASLEEP = 10;
    private static final int EVENTS = 1000;

    private static void raise(EventSource source, int count) {
        for (int i = 0; i < count; i++) {
            source.raise(new EventParameter("seq", i));
        }
    }

    private static void assertAllInOrder(EventReceiver receiver) throws InterruptedException {
        for (int i = 0; i < EVENTS; i++) {
            assertThat(receiver.receive().text()).isEqualTo("E_PROBE\nseq::" + i + "\n\n");
        }
    }

    private static void awaitSettled(EventServer server, long raised) {
        server.await(() -> settled(server) == raised);
    }

    private static long settled(EventServer server) {
        return server.statistic("sent") + server.statistic("failed") + server.statistic("dropped");
    }

    /// A path nobody has, or a socket file that nobody has open any more.
    private static String dead(TempFolder folder, int number) throws IOException {
        var path = folder.resolve("dead" + number);
        if (number % 2 == 0) {
            try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.bind(UnixDomainSocketAddress.of(path));
            }
        }
        return "unix:" + path;
    }

    @Test
    void thoseWhoReadGetEverythingInOrderWhateverTheOthersDo() throws Exception {
        List<EventReceiver> good = new ArrayList<>();
        List<EventReceiver> asleep = new ArrayList<>();
        try (TempFolder folder = TempFolder.create();
                EventServer server = EventServer.start(EventDatagram.text().queueEvents(EVENTS))) {
            for (int i = 0; i < GOOD; i++) {
                good.add(EventReceiver.unix(folder.resolve("good" + i)));
                server.subscribe("E_PROBE", good.getLast().name());
                if (i < DEAD) {
                    server.subscribe("E_PROBE", dead(folder, i));
                }
                if (i < ASLEEP) {
                    asleep.add(EventReceiver.asleep(folder.resolve("asleep" + i)));
                    server.subscribe("E_PROBE", asleep.getLast().name());
                }
            }

            raise(server.source("E_PROBE"), EVENTS);

            for (EventReceiver receiver : good) {
                assertAllInOrder(receiver);
            }
            asleep.forEach(EventReceiver::wake);
            for (EventReceiver receiver : asleep) {
                receiver.receive();
            }
            awaitSettled(server, (long) EVENTS * (GOOD + DEAD + ASLEEP));
            assertThat(server.ask(":subscribers_list:\nE_PROBE\nunix:" + folder.resolve("dead1") + "\n"))
                    .endsWith("/dead1 expire=3600 failed=" + EVENTS + "\n\n");
        } finally {
            good.forEach(EventReceiver::close);
            asleep.forEach(EventReceiver::close);
        }
    }

    @Test
    void whatGivesWayIsCountedForTheSubscriberAndInAll() throws Exception {
        try (TempFolder folder = TempFolder.create();
                EventReceiver asleep = EventReceiver.asleep(folder.resolve("asleep"));
                EventServer server =
                        EventServer.start(EventDatagram.text().queueEvents(10).overflow("drop_newest"))) {
            server.subscribe("E_PROBE", asleep.name());

            raise(server.source("E_PROBE"), EVENTS);
            long dropped = server.statistic("dropped");

            assertThat(dropped).isPositive();
            assertThat(server.ask(":subscribers_list:\n")).contains(" dropped=" + dropped);
            assertThat(server.ask(":get_statistics:\nevent_subscribers:\n"))
                    .contains("dropped/E_PROBE/" + asleep.name() + ":: " + dropped + "\n");
            assertThat(server.json("get_statistics", "[[\"event_subscribers:\"]]"))
                    .isEqualTo("\"result\":{\"event_subscribers:subscriptions\":1,\"event_subscribers:lossy\":1,"
                            + "\"event_subscribers:dropped/E_PROBE/" + asleep.name() + "\":" + dropped + "}");
            server.await(() -> dropped + server.statistic("sent") + server.statistic("waiting") == EVENTS);
            assertThat(server.json("subscribers_list", "[]")).contains("\"dropped\":" + dropped + "}");
            asleep.wake();
            for (int i = 0; i < EVENTS - dropped; i++) {
                asleep.receive();
            }
            awaitSettled(server, EVENTS);
        }
    }

    /// What the kernel drops is that of receivers that are too slow.
    @Test
    void overUdpEveryEventIsSentOrCountedAndWhatIsSentArrivesInOrder() throws Exception {
        List<EventReceiver> receivers = new ArrayList<>();
        try (EventServer server = EventServer.start(EventDatagram.text().queueEvents(100))) {
            for (int i = 0; i < 100; i++) {
                receivers.add(EventReceiver.udp("127.0.0.1"));
                server.subscribe("E_PROBE", receivers.getLast().name());
            }

            assertThat(server.ask(":probe_raiseloop:\nE_PROBE\n" + EVENTS + "\n"))
                    .isEqualTo("200 OK\nrc:: 0\n\n");

            awaitSettled(server, 100L * EVENTS);
            long sent = server.statistic("sent");
            assertThat(sent).isPositive();
            server.await(() -> receivers.stream()
                            .mapToLong(one -> one.waiting() + one.dropped())
                            .sum()
                    == sent);
            for (EventReceiver receiver : receivers) {
                assertInOrder(receiver);
            }
        } finally {
            receivers.forEach(EventReceiver::close);
        }
    }

    private static void assertInOrder(EventReceiver receiver) throws InterruptedException {
        int last = -1;
        while (receiver.waiting() > 0) {
            String event = receiver.receive().text();
            int number = Integer.parseInt(event.replaceFirst("(?s)^E_PROBE\nseq::(\\d+)\n\n$", "$1"));
            assertThat(number).isGreaterThan(last);
            last = number;
        }
    }

    @Test
    void moreThanAThousandGetTheirEventsInOrder() throws Exception {
        int absent = 1_200;
        int events = 20;
        try (TempFolder folder = TempFolder.create();
                EventReceiver good = EventReceiver.unix(folder.resolve("good"));
                EventServer server = EventServer.start(EventDatagram.text())) {
            EventSource source = server.source("E_PROBE");
            server.subscribe("E_PROBE", good.name());
            for (int i = 0; i < absent; i++) {
                Octets socket = Octets.of("unix:" + folder.resolve("absent" + i));
                server.server().chief().events().subscribe(source.name(), socket, null, Instant.now());
            }

            for (int i = 0; i < events; i++) {
                assertThat(server.ask(":raise_event:\nE_PROBE\nseq::" + i + "\n"))
                        .isEqualTo("200 OK\n\n");
            }

            for (int i = 0; i < events; i++) {
                assertThat(good.receive().text()).isEqualTo("E_PROBE\nseq::" + i + "\n\n");
            }
            awaitSettled(server, (long) events * (absent + 1));
            assertThat(server.statistic("sent")).isEqualTo(events);
        }
    }

    @Test
    void asManySubscribersAsADatagramHoldsAreListed() throws Exception {
        try (EventServer server = EventServer.start(EventDatagram.text())) {
            EventSource source = server.source("E_PROBE");
            for (int port = 1; port <= 1_000; port++) {
                server.server()
                        .chief()
                        .events()
                        .subscribe(source.name(), Octets.of("udp:127.0.0.1:" + port), null, Instant.now());
            }

            String list = server.ask(":subscribers_list:\n");

            assertThat(list.lines().filter(line -> line.startsWith("\tSubscriber::  socket=udp:")))
                    .hasSize(1_000);
            assertThat(list).endsWith("socket=udp:127.0.0.1:1 expire=never\n\n");
        }
    }
}
