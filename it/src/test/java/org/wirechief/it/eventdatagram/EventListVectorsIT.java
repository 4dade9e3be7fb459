package org.wirechief.it.eventdatagram;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventType;
import org.wirechief.core.event.Events;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.testkit.GoldenVector;
import org.wirechief.testkit.SettableClock;

/// The vectors about lists of events and subscribers: what had been published and subscribed is
/// here too, then the lists are the same but for the numbers of events.
class EventListVectorsIT {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private static EventServer start() throws IOException {
        // nothing ends while others are subscribed
        return EventServer.start(EventDatagram.text(), chief -> chief.clock(new SettableClock(NOON)), "3.x");
    }

    private static Events events(EventServer server) {
        return server.server().chief().events();
    }

    /// As a script does; null is for ever.
    private static void subscribe(EventServer server, String event, String socket, @Nullable Integer seconds) {
        events(server)
                .subscribe(
                        Octets.of(event),
                        Octets.of(socket),
                        seconds == null ? null : Duration.ofSeconds(seconds),
                        NOON);
    }

    private static String row(String socket, String expire) {
        return "\tSubscriber::  socket=" + socket + " expire=" + expire + "\n";
    }

    private static String withoutNumbers(String list) {
        return list.replaceAll("(?m)^(Event:: \\S+ id=)\\d+$", "$1");
    }

    private static void compareByForm(GoldenVector vector, String ours) {
        assertThat(EventExpected.BY_FORM).contains(vector.name());
        assertThat(withoutNumbers(ours)).as(vector.name()).isEqualTo(withoutNumbers(EventGroup.reply(vector)));
    }

    @Test
    void resubscribed() throws Exception {
        GoldenVector vector = EventGroup.RESUBSCRIBED.ofText().getFirst();
        assertThat(EventGroup.RESUBSCRIBED.ofText()).hasSize(1);
        try (EventServer server = start()) {
            events(server).publish(EventType.named("E_NESTED"));
            server.subscribe("E_NESTED", "udp:127.0.0.1:29000\n10");
            server.subscribe("E_NESTED", "udp:127.0.0.1:29000\n500");

            compareByForm(vector, server.ask(vector.bytes("request")));
        }
    }

    /// Many subscribers of some events, numbered from port 40000, and those of the script that was
    /// there; those of its routes are left out.
    private static String crowd(EventServer server, List<String> crowded, int subscribers) throws IOException {
        List<String> sockets = IntStream.range(0, subscribers)
                .mapToObj(i -> "udp:127.0.0.1:" + (40000 + i))
                .toList();
        for (String event : crowded) {
            for (String socket : sockets) {
                server.subscribe(event, socket);
            }
        }
        String rows =
                sockets.reversed().stream().map(socket -> row(socket, "3600")).collect(joining());
        Map<String, String> others = Map.of(
                "E_SCRIPT_PERM", row("udp:127.0.0.1:29000", "never"),
                "E_SCRIPT_EXP", row("udp:127.0.0.1:29000", "5"));
        return events(server).list().stream()
                .filter(source -> source.hasSubscribers())
                .map(source -> "Event:: " + source.name() + " id=" + source.id() + "\n"
                        + others.getOrDefault(source.name().toString(), rows))
                .collect(joining("", "200 OK\n", "\n"));
    }

    private static void compareCrowd(GoldenVector vector) throws IOException {
        List<String> four = List.of("E_PROBE", "E_PROBE_TWO", "E_SCRIPT_NEG", "E_RET");
        boolean ofFour = vector.name().startsWith("subscribers_list/4-events-of-20");
        int subscribers = ofFour ? 20 : Integer.parseInt(vector.name().replaceAll("\\D+", ""));
        try (EventServer server = start()) {
            List.of("E_PROBE_TWO", "E_SCRIPT_NEG", "E_SCRIPT_PERM", "E_SCRIPT_EXP")
                    .forEach(name -> events(server).publish(EventType.named(name)));
            subscribe(server, "E_SCRIPT_PERM", "udp:127.0.0.1:29000", null);
            subscribe(server, "E_SCRIPT_EXP", "udp:127.0.0.1:29000", 5);
            String whole = crowd(server, ofFour ? four : List.of("E_PROBE"), subscribers);

            String ours = server.ask(vector.bytes("request"));

            assertThat(ours).as(vector.name()).isEqualTo(whole);
            String captured = EventGroup.reply(vector)
                    .replaceFirst("Event:: E_NEST id=\\d+\n\tSubscriber::  socket=route:.*\n", "");
            if (EventExpected.LISTS.contains(vector.name())) {
                assertThat(captured.lines().count())
                        .as(vector.name())
                        .isLessThan(ours.lines().count());
            } else {
                assertThat(EventExpected.BY_FORM).contains(vector.name());
                assertThat(withoutNumbers(ours)).as(vector.name()).isEqualTo(withoutNumbers(captured));
            }
        }
    }

    @Test
    void manySubscribersAreListedWhole() throws Exception {
        assertThat(EventGroup.CROWDED.ofText()).hasSize(8);
        for (GoldenVector vector : EventGroup.CROWDED.ofText()) {
            compareCrowd(vector);
        }
    }

    private static String idOf(EventServer server, String event) {
        return "200 OK\nid:: " + server.source(event).id() + "\n\n";
    }

    @Test
    void published() throws Exception {
        assertThat(EventGroup.PUBLISHED.ofText()).hasSize(4);
        try (EventServer server = start()) {
            for (GoldenVector vector : EventGroup.PUBLISHED.ofText()) {
                switch (vector.name()) {
                    case "events_list/over-100" -> compareEvents(server, vector);
                    case "publish/64" -> {
                        int next = events(server).list().size();
                        assertThat(server.ask(vector.bytes("request"))).isEqualTo("200 OK\nid:: " + next + "\n\n");
                        assertThat(idOf(server, "E".repeat(64))).isEqualTo("200 OK\nid:: " + next + "\n\n");
                    }
                    case "publish/again" ->
                        assertThat(server.ask(vector.bytes("request"))).isEqualTo(idOf(server, "E_PROBE"));
                    default ->
                        assertThat(server.ask(vector.bytes("request")))
                                .as(vector.name())
                                .isEqualTo(EventGroup.reply(vector));
                }
            }
        }
    }

    /// The captured ones are published behind those of the server.
    private static void compareEvents(EventServer server, GoldenVector vector) throws IOException {
        List<String> own = events(server).list().stream()
                .map(source -> source.name().toString())
                .toList();
        List<String> captured = EventGroup.reply(vector)
                .lines()
                .filter(line -> line.startsWith("Event:: "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(captured).hasSizeGreaterThan(100);
        for (String name : captured) {
            assertThat(server.ask(":probe_publish:\n" + name + "\n")).isEqualTo(idOf(server, name));
        }

        String rows = IntStream.range(0, events(server).list().size())
                .mapToObj(i -> "Event:: " + events(server).list().get(i).name() + " id=" + i + "\n")
                .collect(joining("", "200 OK\n", "\n"));
        String ours = server.ask(vector.bytes("request"));

        assertThat(ours).isEqualTo(rows);
        assertThat(ours.lines()
                        .filter(line -> line.startsWith("Event:: "))
                        .map(line -> line.split(" ")[1])
                        .filter(name -> !own.contains(name)))
                .containsExactlyElementsOf(
                        captured.stream().filter(name -> !own.contains(name)).toList());
    }

    /// Programs subscribe here as scripts do there, where 0 is for ever.
    @Test
    void subscribedByAProgram() throws Exception {
        assertThat(EventGroup.SCRIPTED.ofText()).hasSize(3);
        try (EventServer server = start()) {
            events(server).publish(EventType.named("E_PROBE_TWO"));
            for (GoldenVector vector : EventGroup.SCRIPTED.ofText()) {
                switch (vector.name()) {
                    case "script-subscribe/list" -> {
                        subscribe(server, "E_PROBE", "udp:127.0.0.1:29000", null);
                        subscribe(server, "E_PROBE", "udp:127.0.0.1:29001", 60);
                        subscribe(server, "E_PROBE", "udp:127.0.0.1:29002", null);
                    }
                    case "script-subscribe/permanent-over-expiring" -> {
                        subscribe(server, "E_PROBE_TWO", "udp:127.0.0.1:29005", 100);
                        subscribe(server, "E_PROBE_TWO", "udp:127.0.0.1:29005", null);
                    }
                    case "script-subscribe/expiring-over-expiring" ->
                        subscribe(server, "E_PROBE_TWO", "udp:127.0.0.1:29005", 7);
                    default -> throw new AssertionError(vector.name());
                }
                compareByForm(vector, server.ask(vector.bytes("request")));
            }
        }
    }
}
