package org.wirechief.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;

/// One more than are few subscribe to `E_MANY`, the first of them to `E_FEW` too.
class SpreadingTest {
    private static final int MANY = Spreading.FEW + 1;

    private final Events events = new Events();
    private final RecordingTransport transport = new RecordingTransport();
    private final EventSource many = events.publish(EventType.named("E_MANY"));
    private final EventSource few = events.publish(EventType.named("E_FEW"));

    SpreadingTest() {
        events.add(transport);
        IntStream.range(0, MANY).forEach(n -> subscribe(many, "mem:" + n));
        subscribe(few, "mem:0");
    }

    private void subscribe(EventSource source, String socket) {
        events.subscribe(source.name(), Octets.of(socket), null, Instant.EPOCH);
    }

    private List<String> ofTheFirst() {
        return transport.ready.stream()
                .map(RecordingTransport::taken)
                .filter(one -> one.stream().anyMatch(text -> text.startsWith("E_FEW")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoeverRaisesForManyPutsItIntoNoLine() {
        transport.keepTasks();

        many.raise(new EventParameter("n", 1));

        assertThat(transport.ready).isEmpty();
        assertThat(transport.encoded).isEqualTo(1);
        transport.runTasks();
        assertThat(transport.ready).hasSize(MANY);
        assertThat(transport.totals.raised.sum()).isEqualTo(MANY);
    }

    @Test
    void forAFewItIsDoneAtOnce() {
        transport.keepTasks();

        few.raise(new EventParameter("n", 1));

        assertThat(transport.ready).hasSize(1);
        assertThat(transport.tasks).isEmpty();
    }

    @Test
    void whatOneThreadRaisesKeepsItsOrder() {
        transport.keepTasks();

        many.raise(new EventParameter("n", 1));
        few.raise(new EventParameter("n", 2));
        many.raise(new EventParameter("n", 3));

        transport.runTasks();
        assertThat(ofTheFirst()).containsExactly("E_MANY 1", "E_FEW 2", "E_MANY 3");
    }

    @Test
    void whenTooManyWaitWhoeverRaisesHelps() {
        transport.keepTasks();

        IntStream.range(0, Spreading.MOST + 3).forEach(n -> many.raise(new EventParameter("n", n)));

        assertThat(transport.totals.raised.sum()).isEqualTo(3L * MANY);
        assertThat(transport.tasks).as("one, however many wait").hasSize(1);
        transport.runTasks();
        assertThat(RecordingTransport.taken(transport.ready.getFirst()))
                .containsExactlyElementsOf(IntStream.range(0, Spreading.MOST + 3)
                        .mapToObj(n -> "E_MANY " + n)
                        .toList());
    }

    @Test
    void withoutAThreadToDoItWhoeverRaisesDoes() {
        many.raise(new EventParameter("n", 1));

        assertThat(transport.totals.raised.sum()).isEqualTo(MANY);
    }

    @Test
    void oneThatIsTooLongIsToldToTheRaiserAtOnce() {
        transport.keepTasks();

        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> many.raise(new EventParameter("n", "long")))
                .withMessage("too long");

        transport.runTasks();
        assertThat(transport.totals.failed.sum()).isEqualTo(MANY);
    }

    @Test
    void whoeverHasEndedMeanwhileGetsNothing() {
        transport.keepTasks();
        many.raise(new EventParameter("n", 1));

        events.subscribe(many.name(), Octets.of("mem:1"), Duration.ZERO, Instant.EPOCH);
        transport.runTasks();

        assertThat(transport.ready).hasSize(MANY - 1);
        assertThat(transport.totals.dropped.sum()).isEqualTo(1);
    }
}
