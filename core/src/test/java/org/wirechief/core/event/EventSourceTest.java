package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

class EventSourceTest {
    private final Events events = new Events();
    private final RecordingTransport transport = new RecordingTransport();
    private final EventSource source = events.publish(EventType.named("E_PROBE"));

    EventSourceTest() {
        events.add(transport);
    }

    private void subscribe(String... sockets) {
        for (String socket : sockets) {
            events.subscribe(source.name(), Octets.of(socket), null, Instant.EPOCH);
        }
    }

    private List<List<String>> received() {
        return transport.ready.stream().map(RecordingTransport::taken).toList();
    }

    @Test
    void nothingIsBuiltWhileNobodyListens() {
        source.raise(() -> fail("asked for parameters that nobody wants"));

        assertThat(source.hasSubscribers()).isFalse();
        assertThat(source.raised()).isZero();
    }

    @Test
    void anEventIsEncodedOnceADialectHoweverManyListen() {
        subscribe("mem:a", "mem:b", "loud:c", "mem:d", "loud:e");

        source.raise(() -> List.of(EventParameter.unnamed(Value.of("x"))));

        assertThat(transport.encoded).isEqualTo(2);
        assertThat(received())
                .containsExactly(
                        List.of("E_PROBE! x"),
                        List.of("E_PROBE x"),
                        List.of("E_PROBE! x"),
                        List.of("E_PROBE x"),
                        List.of("E_PROBE x"));
        assertThat(transport.totals.sent.sum()).isEqualTo(5);
    }

    @Test
    void oneThatIsTooLongForSomeReachesTheOthersAndIsToldToTheRaiser() {
        subscribe("mem:a", "loud:b", "mem:c");

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> source.raise(new EventParameter("n", "long")))
                .withMessage("too long");

        assertThat(received()).containsExactly(List.of("E_PROBE! long"));
        assertThat(transport.encoded).isEqualTo(2);
        assertThat(transport.totals.failed.sum()).isEqualTo(2);
        assertThat(source.subscriptions())
                .extracting(one -> one.counters().failed.sum())
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void oneThatCannotBeWrittenForSomeReachesTheOthersAndIsCounted() {
        subscribe("mem:a", "loud:b", "mem:c");

        for (String broken : List.of("broken!", "deep!")) {
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> source.raise(new EventParameter("n", broken)))
                    .matches(fault -> fault.code() == 500)
                    .withMessageStartingWith("the event E_PROBE cannot be written: ");
        }

        assertThat(transport.totals.failed.sum()).isEqualTo(4);
        assertThat(received()).containsExactly(List.of("E_PROBE! broken!", "E_PROBE! deep!"));
        assertThat(transport.totals.raised.sum()).isEqualTo(6);
    }

    @Test
    void oneWhoseParametersCannotBeHadHasFailedForEverybody() {
        subscribe("mem:a", "loud:b");

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> source.raise(() -> {
                    throw new IllegalStateException("no parameters");
                }));

        assertThat(source.raised()).isEqualTo(1);
        assertThat(transport.totals.failed.sum()).isEqualTo(2);
    }
}
