package org.wirechief.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.TreeReply;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;

class SlowCommandEventsTest {
    private static final CommandSpec SPEC = CommandSpec.named("demo.sleep").run((_, _) -> {});
    private static final Origin ORIGIN = new Origin("ctl", "udp", "127.0.0.1:4000", Access.ADMIN);
    private static final long HOUR = Duration.ofHours(1).toNanos() / 1000;

    private final RaisedEvents events = new RaisedEvents();

    private record FromPeer(Origin origin) implements Call {
        @Override
        public Octets command() {
            return Octets.of(SPEC.name());
        }

        @Override
        public Args args() {
            throw new IllegalStateException("nobody asks for arguments");
        }
    }

    private void callThatTakes(Duration time, long allowedMicros) {
        new SlowCommandEvents(events.wanted(CoreEvents.THRESHOLD), allowedMicros)
                .around(SPEC, new FromPeer(ORIGIN), new TreeReply(), (_, _, _) -> {
                    long end = System.nanoTime() + time.toNanos();
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                });
    }

    @Test
    void aCommandThatTakesLongerIsTold() {
        callThatTakes(Duration.ofMillis(20), 10_000);

        assertThat(events.raised()).hasSize(1);
        Event event = events.raised().getFirst();
        assertThat(event.parameters())
                .contains(
                        new EventParameter("source", "msg processing"),
                        new EventParameter("extra", "demo.sleep from ctl udp 127.0.0.1:4000"));
        assertThat(event.parameters().get(1).value().asLong()).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void oneThatDoesNotIsNot() {
        callThatTakes(Duration.ofMillis(1), HOUR);

        assertThat(events.raised()).isEmpty();
    }
}
