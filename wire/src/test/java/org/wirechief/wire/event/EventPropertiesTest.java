package org.wirechief.wire.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.testkit.Seed;

/// What holds for any event and any datagram. The seed is in the report; `-Devent.seed=...`
/// repeats a run.
class EventPropertiesTest {
    private static final int EVENTS = 100_000;
    private static final int DATAGRAMS = 1_000_000;

    private RandomEvents random = new RandomEvents(new SplittableRandom());
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("event.seed", reporter::publishEntry);
        random = new RandomEvents(seed.random());
    }

    @Test
    void everyByteStringSurvivesInJson() throws ProtocolError {
        for (int i = 0; i < EVENTS; i++) {
            Event event = random.event(random.texts()::any);
            ReceivedEvent read = Wire.read(Wire.written(event, EventDialect.JSON));

            assertThat(read.event()).as("%s", seed).isEqualTo(event);
            assertThat(read.doubts()).isEmpty();
        }
    }

    @Test
    void everyValueSurvivesInJson() throws ProtocolError {
        for (int i = 0; i < EVENTS / 10; i++) {
            Event event = random.eventOfAnyValues();

            assertThat(Wire.read(Wire.written(event, EventDialect.JSON)).event())
                    .as("%s", seed)
                    .isEqualTo(event);
        }
    }

    /// Neither a quote at the beginning, nor one at the end of a line of a value that has several,
    /// nor a backslash at its end: that is where the grammar can be read in one way.
    @Test
    void whatTheTextCanSaySurvives() throws ProtocolError {
        int quoted = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = random.event(random.texts()::clear);
            byte[] datagram = Wire.written(event, EventDialect.TEXT);

            assertThat(Wire.read(datagram).event())
                    .as("%s: %s", seed, Wire.text(datagram))
                    .isEqualTo(event);
            quoted += Wire.text(datagram).contains("\"\n") ? 1 : 0;
        }
        assertThat(quoted).isGreaterThan(EVENTS / 10);
    }

    @Test
    void whatTheTextCannotSayIsNeverReadWronglyInSilence() throws ProtocolError {
        int wrong = 0;
        int doubtful = 0;
        for (int i = 0; i < EVENTS; i++) {
            Event event = random.event(random.texts()::quarrelsome);
            byte[] datagram = Wire.written(event, EventDialect.TEXT);
            ReceivedEvent read = Wire.read(datagram);
            if (!read.event().equals(event)) {
                assertThat(read.doubts())
                        .as("%s: %s", seed, Wire.text(datagram))
                        .isNotEmpty();
                wrong++;
            }
            doubtful += read.doubts().isEmpty() ? 0 : 1;
        }
        assertThat(wrong).isGreaterThan(EVENTS / 1000);
        assertThat(doubtful).isLessThan(EVENTS * 9 / 10);
    }

    /// What comes is a beginning of what was sent, or said to be in doubt.
    @Test
    void aDatagramCutAnywhereIsRefusedOrTold() {
        for (int i = 0; i < EVENTS / 100; i++) {
            Event event = random.event(random.texts()::clear);
            for (EventDialect dialect : List.of(EventDialect.TEXT, EventDialect.JSON)) {
                byte[] datagram = Wire.written(event, dialect);
                for (int length = 0; length < datagram.length; length++) {
                    assertCut(datagram, length, event);
                }
            }
        }
    }

    private void assertCut(byte[] datagram, int length, Event event) {
        ReceivedEvent read;
        try {
            read = ReceivedEvent.read(datagram, 0, length);
        } catch (ProtocolError e) {
            return;
        }
        List<EventParameter> whole = event.parameters();
        List<EventParameter> there = read.event().parameters();
        assertThat(read.dialect()).isEqualTo(EventDialect.TEXT);
        assertThat(read.event().name()).isEqualTo(event.name());
        boolean isBeginning =
                there.size() <= whole.size() && whole.subList(0, there.size()).equals(there);
        assertThat(isBeginning || !read.doubts().isEmpty() || endsInEmptyLine(datagram, length))
                .as("%s: %s of %s", seed, Wire.text(datagram), length)
                .isTrue();
    }

    /// Inside a quoted value an empty line may look like the end.
    private static boolean endsInEmptyLine(byte[] datagram, int length) {
        return datagram[length - 1] == '\n' && datagram[length - 2] == '\n';
    }

    @Test
    void anyDatagramIsReadOrRefused() {
        int events = 0;
        int refused = 0;
        for (int i = 0; i < DATAGRAMS; i++) {
            byte[] datagram = random.datagram();
            try {
                Event event = Wire.read(datagram).event();
                for (EventDialect dialect : EventDialect.values()) {
                    assertWritten(event, dialect);
                }
                events++;
            } catch (ProtocolError e) {
                assertThat(e).hasMessageStartingWith("no event: ");
                refused++;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(seed + ": " + Wire.text(datagram), e);
            }
        }
        assertThat(events).isGreaterThan(DATAGRAMS / 100);
        assertThat(refused).isGreaterThan(DATAGRAMS / 100);
    }

    /// Or refused, for a name that text cannot tell.
    private static void assertWritten(Event event, EventDialect dialect) {
        try {
            Wire.written(event, dialect);
        } catch (Fault refusal) {
            assertThat(dialect).isNotEqualTo(EventDialect.JSON);
            assertThat(event.parameters().stream().map(one -> String.valueOf(one.name())))
                    .anyMatch(name -> name.contains("::") || name.contains("\n"));
        }
    }

    /// Reading takes time in proportion to the length, whatever quotes and colons do.
    @Test
    void hostileDatagramsAreReadAtOnce() throws ProtocolError {
        for (String piece : List.of("\"\n", "\"\\\"\n", "a::\"\n", "::", "\"", "\\\"\n", "a::b\n", "\n", "x\\\"\n\"")) {
            byte[] datagram = Wire.bytes("E_PROBE\n" + piece.repeat(4_000_000 / piece.length()) + "\n");

            assertThat(Wire.read(datagram).event().parameters()).isNotEmpty();
        }
    }

    @Test
    void deepJsonIsRefused() {
        byte[] datagram = Wire.bytes("{\"method\":\"E\",\"params\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");

        assertThatThrownBy(() -> Wire.read(datagram))
                .isInstanceOf(ProtocolError.class)
                .hasMessageContaining("nested deeper");
    }
}
