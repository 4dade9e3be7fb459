package org.wirechief.it.eventdatagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirechief.core.ParamType.INTEGER;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Packet;
import org.wirechief.it.live.RawStream;
import org.wirechief.server.WirechiefBuilder;

/// Events that commands raise, on the loop of `ctl` and while the server stops.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RaisingCommandsIT {
    private static final EventType TYPE = EventType.named("E_X");
    private static final int CALLS = 1_000;

    private final AtomicReference<EventSource> source = new AtomicReference<>();
    private final Set<Thread> raisers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private WirechiefBuilder addTo(WirechiefBuilder server) {
        return server.event(TYPE, source::set)
                .endpoint(EventDatagram.text().sendTimeout(Duration.ofHours(1)))
                .command(CommandSpec.named("t.raise").param("n", INTEGER).run((call, reply) -> {
                    raisers.add(Thread.currentThread());
                    reply.add(raise(call.args().integer()));
                }))
                .command(CommandSpec.named("t.raise-later")
                        .param("n", INTEGER)
                        .blocking()
                        .run((call, reply) -> {
                            begun.countDown();
                            if (!goOn.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                                throw new IllegalStateException("nobody let it go on");
                            }
                            reply.add(raise(call.args().integer()));
                        }));
    }

    private long raise(long n) {
        source.get().raise(new EventParameter("n", n));
        return n;
    }

    private static void subscribe(LiveServer server, EventReceiver receiver) {
        server.chief().events().subscribe(TYPE.name(), Octets.of(receiver.name()), null, Instant.EPOCH);
    }

    @Test
    void theLoopRaisesInOrderAndDoesNotWaitForWhoeverSleeps() throws Exception {
        try (LiveServer server = LiveServer.start(this::addTo);
                EventReceiver awake = EventReceiver.unix(server.folder().resolve("awake"));
                EventReceiver asleep = EventReceiver.asleep(server.folder().resolve("asleep"));
                RawStream ctl = server.connect("unixs")) {
            subscribe(server, asleep);
            subscribe(server, awake);
            ByteArrayOutputStream requests = new ByteArrayOutputStream();
            for (int n = 1; n <= CALLS; n++) {
                requests.writeBytes(Packet.request(n, "t.raise", n));
            }
            ctl.send(requests.toByteArray());

            for (int n = 1; n <= CALLS; n++) {
                assertThat(ctl.receivePacket()).isEqualTo(Packet.reply(n, n));
            }
            for (int n = 1; n <= CALLS; n++) {
                assertThat(awake.receive().text()).isEqualTo("E_X\nn::" + n + "\n\n");
            }
            assertThat(raisers).hasSize(1).noneMatch(Thread::isVirtual);
            assertThat(server.statistic("event_datagram", "waiting")).isPositive();
        }
    }

    @Test
    void whatACallRaisesWhileTheServerStopsStillLeaves() throws Exception {
        try (LiveServer server = LiveServer.start(this::addTo);
                EventReceiver awake = EventReceiver.unix(server.folder().resolve("awake"));
                RawStream ctl = server.connect("unixs")) {
            subscribe(server, awake);
            ctl.send(Packet.request(1, "t.raise-later", 7));
            assertThat(begun.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();

            server.chief().stop();
            String address = "unixs:" + server.folder().resolve("ctl");
            Awaitility.await()
                    .atMost(RawStream.LIMIT)
                    .untilAsserted(
                            () -> assertThatThrownBy(() -> RawStream.to(address).close())
                                    .isInstanceOf(IOException.class));
            goOn.countDown();

            assertThat(ctl.receivePacket()).isEqualTo(Packet.reply(1, 7));
            assertThat(awake.receive().text()).isEqualTo("E_X\nn::7\n\n");
            server.chief().join();
            assertThat(server.statistic("event_datagram", "sent")).isEqualTo(1);
            assertThat(server.statistic("event_datagram", "waiting")).isZero();
        }
    }
}
