package org.wirechief.it.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.RemoteFault;
import org.wirechief.client.event.EventNews;
import org.wirechief.client.event.EventOptions;
import org.wirechief.client.event.EventStream;
import org.wirechief.core.event.Event;
import org.wirechief.it.live.TempFolder;
import org.wirechief.net.Address;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.event.EventDialect;

/// Subscribing to a stand-in for OpenSIPS.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EventStreamIT {
    private static final Address UDP = Address.udp("127.0.0.1", 0);
    private static final EventOptions QUICK = EventOptions.DEFAULTS.withCheck(Duration.ofMillis(50));

    /// Does not ask before the end.
    private static final EventOptions PATIENT =
            EventOptions.DEFAULTS.withCheck(Duration.ofDays(1)).withExpiry(Duration.ofDays(9));

    private static final byte[] EVENT = "E_X\na::b\n\n".getBytes(StandardCharsets.US_ASCII);

    @AutoClose
    private final TempFolder folder = TempFolder.create();

    static Stream<Arguments> everyCapturedEventArrives() {
        return Arrays.stream(FakeOpenSips.Age.values())
                .flatMap(age -> Stream.of(Arguments.of(age, true), Arguments.of(age, false)));
    }

    @ParameterizedTest
    @MethodSource
    void everyCapturedEventArrives(FakeOpenSips.Age age, boolean unix) throws Exception {
        Address address = unix ? Address.unixDatagram(folder.resolve("mi").toString()) : UDP;
        try (var node = FakeOpenSips.at(age, address);
                var stream = EventStream.open(node.node(), EventVectors.names(age))) {
            assertThat(stream.socket()).startsWith(unix ? "unix:" : "udp:127.0.0.1:");
            for (byte[] datagram : EventVectors.datagrams(age)) {
                node.raise(EventVectors.name(age, datagram), datagram);
                assertThat(written(age, arrived(stream).event())).isEqualTo(datagram);
            }
            assertThat(stream.counts().arrived())
                    .isEqualTo(EventVectors.datagrams(age).size());
        }
    }

    private static byte[] written(FakeOpenSips.Age age, Event event) {
        ReplyBuffer out = new ReplyBuffer();
        (age == FakeOpenSips.Age.TEXT ? EventDialect.TEXT : EventDialect.JSON).write(out, event);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    private static EventNews next(EventStream stream) throws InterruptedException {
        EventNews news = stream.poll(Duration.ofSeconds(60));
        assertThat(news).isNotNull();
        return news;
    }

    private static EventNews.Arrived arrived(EventStream stream) throws InterruptedException {
        EventNews news = next(stream);
        assertThat(news).isInstanceOf(EventNews.Arrived.class);
        return (EventNews.Arrived) news;
    }

    @Test
    void closingUnsubscribesAndLeavesNothing() throws Exception {
        try (var node = FakeOpenSips.at(
                FakeOpenSips.Age.TEXT, Address.unixDatagram(folder.resolve("mi").toString()))) {
            Path file;
            try (var stream = EventStream.open(node.node(), List.of("E_X", "E_Y", "E_X"))) {
                file = Path.of(stream.socket().substring("unix:".length()));
                assertThat(file).exists();
                assertThat(node.subscribers()).containsExactly("E_X unix:" + file, "E_Y unix:" + file);
            }
            assertThat(node.subscribers()).isEmpty();
            assertThat(node.requests())
                    .contains("event_subscribe E_X unix:" + file + " 120", "event_subscribe E_X unix:" + file + " 0");
            assertThat(Files.exists(file.getParent())).isFalse();
        }
    }

    @Test
    void aRefusedEventLeavesNoSubscription() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, UDP)) {
            assertThatThrownBy(() -> EventStream.open(node.node(), List.of("E_X", "E_NOPE")))
                    .isInstanceOf(RemoteFault.class)
                    .hasMessageContaining("400 Bad parameter value");
            assertThat(node.subscribers()).isEmpty();
        }
    }

    @Test
    void subscriptionsAreRenewedInTime() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, UDP);
                var stream = EventStream.open(node.node(), List.of("E_X"), QUICK.withExpiry(Duration.ofSeconds(1)))) {
            String renewal = "event_subscribe E_X " + stream.socket() + " 1";

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            node.requests().stream().filter(renewal::equals).count() >= 3);
            assertThat(stream.poll(Duration.ZERO)).isNull();
            assertThat(stream.counts().losses()).isZero();
        }
    }

    @Test
    void aNodeWithoutAListIsRenewedAllTheSame() throws Exception {
        try (var node = FakeOpenSips.withoutList(UDP);
                var stream = EventStream.open(node.node(), List.of("E_X"), QUICK.withExpiry(Duration.ofSeconds(1)))) {
            node.forget();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> node.subscribers().equals(List.of("E_X " + stream.socket())));
            assertThat(stream.counts().losses()).isZero();
        }
    }

    @Test
    void whatARestartedNodeForgotIsAskedForAgain() throws Exception {
        for (FakeOpenSips.Age age : FakeOpenSips.Age.values()) {
            try (var node = FakeOpenSips.at(age, UDP);
                    var stream = EventStream.open(node.node(), List.of("E_X"), QUICK)) {
                node.forget();

                EventNews gap = next(stream);

                assertThat(gap)
                        .isInstanceOfSatisfying(
                                EventNews.Gap.class,
                                lost -> assertThat(lost.cause()).isEqualTo(EventNews.Cause.SUBSCRIPTION_LOST));
                assertThat(((EventNews.Gap) gap).events()).isEqualTo(OptionalLong.empty());
                assertThat(node.subscribers()).containsExactly("E_X " + stream.socket());
                assertThat(stream.counts().losses()).isEqualTo(1);
            }
        }
    }

    @Test
    void whatTheNodeCouldNotDeliverIsTold() throws Exception {
        for (FakeOpenSips.Age age : FakeOpenSips.Age.values()) {
            try (var node = FakeOpenSips.at(age, UDP);
                    var stream = EventStream.open(node.node(), List.of("E_X"), QUICK)) {
                node.undelivered(3);
                assertThat(next(stream)).isEqualTo(undelivered(3));
                node.undelivered(5);
                assertThat(next(stream)).isEqualTo(undelivered(2));
            }
        }
    }

    private static EventNews.Gap undelivered(long events) {
        return new EventNews.Gap(
                EventNews.Cause.NOT_DELIVERED, OptionalLong.of(events), "the node could not deliver E_X in time");
    }

    @Test
    void whatANodeLostIsToldWhenTheStreamEnds() throws Exception {
        for (FakeOpenSips.Age age : FakeOpenSips.Age.values()) {
            try (var node = FakeOpenSips.at(age, UDP)) {
                EventStream stream = EventStream.open(node.node(), List.of("E_X", "E_Y"), PATIENT);
                node.undelivered(3);
                node.forget("E_Y");

                stream.close();

                assertThat(next(stream)).isEqualTo(undelivered(3));
                assertThat(next(stream))
                        .isInstanceOfSatisfying(
                                EventNews.Gap.class,
                                lost -> assertThat(lost.what()).contains("no subscription to E_Y any more"));
                assertThat(stream.isDone()).isTrue();
                assertThat(node.subscribers()).isEmpty();
            }
        }
    }

    @Test
    void aNodeThatDoesNotAnswerKeepsNoStreamFromEnding() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, UDP)) {
            EventStream stream = EventStream.open(node.node(), List.of("E_X"), PATIENT);
            node.mute();

            stream.close();

            assertThat(next(stream)).asString().contains("whether the node could deliver the last events is not known");
            assertThat(stream.isDone()).isTrue();
            assertThat(node.subscribers()).isEmpty();
        }
    }

    @Test
    void aSubscriptionWhoseAnswerDidNotComeIsEnded() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, UDP)) {
            node.mute();
            EventOptions hasty = EventOptions.DEFAULTS.withDeadline(Duration.ofMillis(500));

            assertThatThrownBy(() -> EventStream.open(node.node(), List.of("E_X"), hasty))
                    .isInstanceOf(CallTimedOut.class);

            assertThat(node.requests()).hasSize(2).last().asString().endsWith(" 0");
            assertThat(node.subscribers()).isEmpty();
        }
    }

    /// It may have been restarted, and says nothing of what it has.
    @Test
    void aNodeWithoutAListThatWasAwayIsAskedAgainAtOnce() throws Exception {
        Address address = Address.unixDatagram(folder.resolve("mi").toString());
        FakeOpenSips before = FakeOpenSips.withoutList(address);
        try (var stream = EventStream.open(before.node(), List.of("E_X"), QUICK)) {
            before.close();
            assertThat(next(stream)).asString().contains("does not answer");
            try (var after = FakeOpenSips.withoutList(address)) {
                assertThat(next(stream)).asString().contains("answers again");

                assertThat(after.subscribers()).containsExactly("E_X " + stream.socket());
                assertThat(stream.counts().losses()).isZero();
            }
        }
    }

    @Test
    void aNodeThatWasAwayIsFoundAgain() throws Exception {
        Address address = Address.unixDatagram(folder.resolve("mi").toString());
        FakeOpenSips before = FakeOpenSips.at(FakeOpenSips.Age.TEXT, address);
        try (var stream = EventStream.open(before.node(), List.of("E_X"), QUICK)) {
            before.close();
            EventNews away = next(stream);
            try (var after = FakeOpenSips.at(FakeOpenSips.Age.TEXT, address)) {
                EventNews gap = next(stream);
                EventNews back = next(stream);
                after.raise("E_X", EVENT);

                assertThat(away).asString().contains("does not answer");
                assertThat(gap).isInstanceOf(EventNews.Gap.class);
                assertThat(back).asString().contains("answers again");
                assertThat(arrived(stream).event().parameters()).hasSize(1);
            }
        }
    }

    @Test
    void whatIsNoEventOrWasNotAskedForIsCounted() throws Exception {
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.TEXT, UDP);
                var stream = EventStream.open(node.node(), List.of("E_X"))) {
            node.raise("E_X", "200 OK".getBytes(StandardCharsets.US_ASCII));
            node.raise("E_X", "E_Y\n\n".getBytes(StandardCharsets.US_ASCII));
            node.raise("E_X", "E_X\na::b\n".getBytes(StandardCharsets.US_ASCII));

            EventNews unreadable = next(stream);

            assertThat(unreadable).asString().contains("UNREADABLE", "no event");
            assertThat(arrived(stream).doubts()).containsExactly("the empty line at the end is missing");
            assertThat(stream.counts().unasked()).isEqualTo(1);
            assertThat(stream.counts().unreadable()).isEqualTo(1);
            assertThat(stream.counts().doubtful()).isEqualTo(1);
            assertThat(stream.counts().overflown()).hasValue(0);
        }
    }

    @Test
    void whatIsNotTakenIsDroppedAndCounted() throws Exception {
        try (var node = FakeOpenSips.at(
                        FakeOpenSips.Age.TEXT,
                        Address.unixDatagram(folder.resolve("mi").toString()));
                var stream = EventStream.open(node.node(), List.of("E_X"), EventOptions.DEFAULTS.withQueue(3))) {
            for (int i = 0; i < 10; i++) {
                node.raise("E_X", EVENT);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> stream.counts().dropped() == 7);

            for (int i = 0; i < 3; i++) {
                arrived(stream);
            }
            assertThat(next(stream))
                    .isEqualTo(new EventNews.Gap(
                            EventNews.Cause.QUEUE_FULL, OptionalLong.of(7), "more than 3 events waited"));
        }
    }

    @Test
    void aSocketCanBeChosen() throws Exception {
        String path = folder.resolve("own").toString();
        try (var node = FakeOpenSips.at(FakeOpenSips.Age.JSON, UDP)) {
            EventOptions chosen = EventOptions.DEFAULTS.withSocket("unix:" + path);
            try (var stream = EventStream.open(node.node(), List.of("E_X"), chosen)) {
                assertThat(node.subscribers()).containsExactly("E_X unix:" + path);
                assertThatThrownBy(() -> EventStream.open(node.node(), List.of("E_X"), chosen))
                        .isInstanceOf(BindException.class);
                assertThat(stream.socket()).isEqualTo("unix:" + path);
            }
            assertThat(Path.of(path)).doesNotExist();
        }
    }

    @Test
    void whatCannotBeSubscribedToIsTold() {
        assertThatThrownBy(() -> EventStream.open("mi:" + folder.resolve("none"), List.of("E_X")))
                .isInstanceOf(CannotConnect.class);
        assertThatThrownBy(() -> EventStream.open("unixs:/run/kamailio/ctl", List.of("E_X")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mi:udp:host:port");
        assertThatThrownBy(() -> EventStream.open("mi:" + folder.resolve("none"), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
