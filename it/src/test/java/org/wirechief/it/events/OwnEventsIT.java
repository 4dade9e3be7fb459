package org.wirechief.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.client.Client;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventOptions;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.pike.Pike;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.Doors;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.EventThresholds;
import org.wirechief.server.ServerParameters;
import org.wirechief.server.Wirechief;

/// Our client, and `chief events`, at our server.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class OwnEventsIT {
    private static final EventOptions QUICK = EventOptions.DEFAULTS.withCheck(Duration.ofMillis(50));

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    private Wirechief server(EventDatagram events) throws IOException {
        return Wirechief.builder()
                .event(EventType.named("E_X"))
                .endpoint(Ctl.listening("unixs:" + folder.resolve("ctl")).udp("127.0.0.1", 0))
                .endpoint(MiDatagram.listening(folder.resolve("mi").toString()))
                .endpoint(events)
                .endpoint(Pike.INITIAL.reqsDensityPerUnit(5))
                .start();
    }

    private static EventNews next(EventStream stream) throws InterruptedException {
        EventNews news = stream.poll(Duration.ofSeconds(60));
        assertThat(news).isNotNull();
        return news;
    }

    @ParameterizedTest
    @ValueSource(strings = {"mi:text:", "mi:json:"})
    void whatIsRaisedArrives(String scheme) throws Exception {
        String node = scheme + folder.resolve("mi");
        EventDatagram dialect = scheme.contains("text") ? EventDatagram.text() : EventDatagram.json();
        try (Wirechief server = server(dialect)) {
            arrives(node, server);
            assertThat(server.events().list()).allMatch(source -> !source.hasSubscribers());
        }
    }

    private static void arrives(String node, Wirechief server) throws Exception {
        try (EventStream stream = EventStream.open(node, List.of("E_X"), QUICK);
                Client client = Client.connect(node)) {
            client.call("raise_event", "E_X");
            server.events().find(EventType.named("E_X").name()).orElseThrow().raise(new EventParameter("a", "b\nc"));

            assertThat(next(stream))
                    .isInstanceOfSatisfying(
                            EventNews.Arrived.class,
                            arrived -> assertThat(arrived.event()).isEqualTo(new Event("E_X")));
            assertThat(next(stream))
                    .isInstanceOfSatisfying(
                            EventNews.Arrived.class,
                            arrived -> assertThat(arrived.event())
                                    .isEqualTo(new Event("E_X", new EventParameter("a", "b\nc"))));
        }
    }

    @Test
    void pikeTellsWhomItBlocks() throws Exception {
        String node = "mi:" + folder.resolve("mi");
        try (Wirechief server = server(EventDatagram.text());
                EventStream stream = EventStream.open(node, List.of("E_PIKE_BLOCKED"))) {
            try (Client flood = Client.connect(Doors.address(server, "udp:"))) {
                for (int i = 0; i < 30; i++) {
                    var _ = flood.callAsync("core.uptime");
                }

                assertThat(next(stream))
                        .isInstanceOfSatisfying(
                                EventNews.Arrived.class,
                                arrived -> assertThat(arrived.event())
                                        .isEqualTo(new Event("E_PIKE_BLOCKED", new EventParameter("ip", "127.0.0.1"))));
            }
        }
    }

    @Test
    void fullMemoryIsTold() throws Exception {
        ServerParameters onePercent = ServerParameters.INITIAL.withEvents(EventThresholds.OFF.withShm(1));
        try (Wirechief server = Wirechief.builder()
                        .parameters(onePercent)
                        .endpoint(MiDatagram.udp("127.0.0.1", 0))
                        .endpoint(EventDatagram.json())
                        .start();
                EventStream stream =
                        EventStream.open(server.doors().getFirst().address(), List.of("E_CORE_SHM_THRESHOLD"))) {
            List<EventParameter> told = filling(stream).parameters();

            assertThat(told.stream().map(one -> String.valueOf(one.name())))
                    .containsExactly("usage", "threshold", "used", "size");
            assertThat(number(told, 1)).isEqualTo(1);
            assertThat(number(told, 0)).isBetween(1L, 100L).isEqualTo(100 * number(told, 2) / number(told, 3));
        }
    }

    /// Takes more and more memory until somebody says so.
    private static Event filling(EventStream stream) throws InterruptedException {
        int aFiftieth =
                (int) Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / 50);
        List<byte[]> taken = new ArrayList<>();
        while (taken.size() < 20) {
            taken.add(new byte[aFiftieth]);
            if (stream.poll(Duration.ofSeconds(2)) instanceof EventNews.Arrived arrived) {
                return arrived.event();
            }
        }
        throw new AssertionError("nothing was told of " + taken.size() + " fiftieths of the memory");
    }

    private static long number(List<EventParameter> parameters, int index) {
        return ((Value.Int) parameters.get(index).value()).value();
    }

    @Test
    void aRestartIsTold() throws Exception {
        String node = "mi:" + folder.resolve("mi");
        Wirechief before = server(EventDatagram.text());
        try (EventStream stream = EventStream.open(node, List.of("E_X"), QUICK)) {
            before.stop();
            before.join();
            try (Wirechief after = server(EventDatagram.json())) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> stream.counts().losses() == 1);
                assertThat(after.events()
                                .find(EventType.named("E_X").name())
                                .orElseThrow()
                                .hasSubscribers())
                        .isTrue();
            }
        }
    }

    @Test
    void theServersOwnEventsArrive() throws Exception {
        String socket = folder.resolve("mi").toString();
        try (Chief server = Chief.start(
                        folder,
                        "serve",
                        "--set",
                        "mi_datagram.socket_name=" + socket,
                        "--set",
                        "event_datagram.dialect=json",
                        "--set",
                        "server.exec_msg_threshold=1",
                        "--set",
                        "server.log_event_enabled=1");
                TempFolder own = TempFolder.create()) {
            server.addresses(1);
            // subscribing takes longer than a microsecond, and is logged
            Outcome slow = Chief.run(own, "events", "-s", "mi:" + socket, "--count", "1", "E_CORE_THRESHOLD");
            Outcome log = logged(own, socket);

            assertThat(slow.stdout())
                    .matches("E_CORE_THRESHOLD source=\"msg processing\" time=\\d+ extra=\"event_subscribe from"
                            + " mi_datagram unix_dgram uid \\d+ pid \\d+\"\n");
            assertThat(log.stdout()).matches("E_CORE_LOG time=\"\\w{3} \\d\\d [\\d:]{8}\" pid=\\d+ level=INFO .*\n");
        }
    }

    private static Outcome logged(TempFolder own, String socket) throws Exception {
        try (Chief chief = Chief.start(own, "events", "-s", "mi:" + socket, "--count", "1", "E_CORE_LOG");
                Client client = Client.connect("mi:" + socket)) {
            Thread.ofVirtual().start(() -> {
                while (chief.isAlive()) {
                    log(client);
                }
            });
            return chief.outcome();
        }
    }

    private static void log(Client client) {
        try {
            client.call("cache_store", "local", "a", "b");
            Thread.sleep(100);
        } catch (IOException e) {
            // the next call may do better
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
