package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonReader.Outcome;

/// What holds for any value and any text. The seed is in the report; `-Djson.seed=...` repeats a
/// run.
class JsonPropertiesTest {
    private static final int VALUES = 20_000;
    private static final int TEXTS = 3_000_000;

    private final JsonReader reader = new JsonReader(JsonRules.REFERENCE);
    private final JsonReader tolerant = new JsonReader(JsonRules.TOLERANT);
    private final ReplyBuffer out = new ReplyBuffer();
    private RandomJson random = new RandomJson(new SplittableRandom());
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("json.seed", reporter::publishEntry);
        random = new RandomJson(seed.random());
    }

    private byte[] written(Value value) {
        out.clear();
        new JsonWriter(out).value(value);
        return Arrays.copyOf(out.bytes(), out.size());
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        for (int i = 0; i < VALUES; i++) {
            Value value = random.value();
            byte[] text = written(value);

            assertThat(tolerant.read(text, 0, text.length)).isEqualTo(Outcome.WHOLE);
            assertThat(tolerant.end()).isEqualTo(text.length);
            assertThat(tolerant.root().value()).isEqualTo(value);
        }
    }

    @Test
    void layoutChangesNothing() {
        for (int i = 0; i < VALUES; i++) {
            byte[] compact = written(random.value());
            ReplyBuffer laidOut = new ReplyBuffer();
            JsonLayout.pretty(compact, 0, compact.length, laidOut);

            assertThat(tolerant.read(laidOut.bytes(), 0, laidOut.size())).isEqualTo(Outcome.WHOLE);
            Value read = tolerant.root().value();

            assertThat(read).isNotNull();
            assertThat(written(read)).isEqualTo(compact);
        }
    }

    @Test
    void everyBeginningIsIncomplete() {
        for (int i = 0; i < VALUES / 10; i++) {
            byte[] text = written(new Value.Arr(List.of(random.value(), random.value())));
            for (int length = 0; length < text.length; length++) {
                assertThat(tolerant.read(text, 0, length)).isEqualTo(Outcome.INCOMPLETE);
            }
        }
    }

    @Test
    void anyTextIsReadOrRefused() {
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = i % 8 == 0 ? random.damaged(written(random.value())) : random.pieces();
            try {
                seen.merge(read(text), 1, Integer::sum);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError(seed + ", text " + i + ": " + new String(text, ISO_8859_1), e);
            }
        }
        assertThat(seen).containsOnlyKeys(Outcome.values());
        assertThat(seen.values()).allMatch(count -> count > TEXTS / 1000);
    }

    @Test
    void inPiecesItIsReadAsAtOnce() {
        JsonReader inPieces = new JsonReader(JsonRules.REFERENCE);
        for (int i = 0; i < TEXTS / 10; i++) {
            byte[] text = i % 2 == 0 ? random.damaged(written(random.value())) : random.pieces();
            String where = seed + ", text " + i + ": " + new String(text, ISO_8859_1);
            int to = random.upTo(text.length);
            Outcome outcome = inPieces.read(Arrays.copyOf(text, to), 0, to);
            while (outcome == Outcome.INCOMPLETE && to < text.length) {
                same(where, reader.read(text, 0, to), inPieces, outcome);
                to += 1 + random.upTo(text.length - to - 1);
                outcome = inPieces.resume(Arrays.copyOf(text, to), to);
            }
            same(where, reader.read(text, 0, to), inPieces, outcome);
        }
    }

    private void same(String where, Outcome expected, JsonReader inPieces, Outcome outcome) {
        assertThat(outcome).as(where).isEqualTo(expected);
        assertThat(inPieces.end()).as(where).isEqualTo(reader.end());
        if (outcome == Outcome.WHOLE) {
            assertThat(inPieces.root().value())
                    .as(where)
                    .isEqualTo(reader.root().value());
        } else {
            assertThat(inPieces.problem()).as(where).isEqualTo(reader.problem());
        }
    }

    /// What is whole is written, and read again as the same; what is broken stays so whatever
    /// follows.
    private Outcome read(byte[] text) {
        Outcome outcome = reader.read(text, 0, text.length);
        byte[] longer = Arrays.copyOf(text, text.length + 2);
        longer[text.length] = ' ';
        longer[text.length + 1] = '}';
        switch (outcome) {
            case WHOLE -> {
                out.clear();
                new JsonWriter(out).value(reader.root());
                byte[] again = Arrays.copyOf(out.bytes(), out.size());
                assertThat(tolerant.read(again, 0, again.length)).isEqualTo(Outcome.WHOLE);
                assertThat(tolerant.end()).isEqualTo(again.length);
                out.clear();
                new JsonWriter(out).value(tolerant.root());
                assertThat(Arrays.copyOf(out.bytes(), out.size())).isEqualTo(again);
            }
            case BROKEN -> assertThat(reader.read(longer, 0, longer.length)).isEqualTo(Outcome.BROKEN);
            case INCOMPLETE -> assertThat(reader.end()).isEqualTo(text.length);
        }
        return outcome;
    }
}
