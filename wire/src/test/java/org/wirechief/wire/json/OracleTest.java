package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.json.JsonReader.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Jackson reads what it and we both take as the same values; what it takes, we take too.
class OracleTest {
    private static final int TEXTS = 300_000;

    // In the place of a hex digit Jackson looks at the low byte only: U+0441 is an A to it.
    private static final Pattern CYRILLIC_DIGIT = Pattern.compile("\\\\u\\p{XDigit}{0,3}[^\\x00-\\x7f]");

    private final JsonFactory jackson = JsonFactory.builder().build();
    private final JsonReader reader = new JsonReader(JsonRules.TOLERANT);
    private final ReplyBuffer out = new ReplyBuffer();
    private RandomJson random = new RandomJson(new SplittableRandom());
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("json.seed", reporter::publishEntry);
        random = new RandomJson(seed.random());
    }

    @Test
    void agrees() {
        int both = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = text(i);
            List<Object> expected = tokens(text);
            if (expected == null
                    || CYRILLIC_DIGIT.matcher(new String(text, UTF_8)).find()) {
                continue;
            }
            String shown = seed + ", text " + i + ": " + new String(text, UTF_8);
            Outcome outcome = reader.read(text, 0, text.length);
            assertThat(outcome).as("%s: %s", reader.problem(), shown).isEqualTo(Outcome.WHOLE);
            assertThat(flattened(reader.root())).as(shown).isEqualTo(expected);
            both++;
        }
        assertThat(both).isGreaterThan(TEXTS / 20);
    }

    private byte[] text(int i) {
        if (i % 2 == 0) {
            return random.pieces();
        }
        out.clear();
        new JsonWriter(out).value(random.value());
        byte[] text = new String(out.bytes(), 0, out.size(), UTF_8).getBytes(UTF_8);
        return i % 4 == 1 ? text : random.damaged(text);
    }

    /// The first value, token by token; null when Jackson refuses it, or it is not UTF-8. Given as
    /// characters, since of bytes Jackson guesses the encoding.
    private List<Object> tokens(byte[] utf8) {
        String text = new String(utf8, UTF_8);
        if (!Arrays.equals(text.getBytes(UTF_8), utf8)) {
            return null;
        }
        List<Object> tokens = new ArrayList<>();
        try (JsonParser parser = jackson.createParser(ObjectReadContext.empty(), text)) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return null;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                tokens.add(shown(token, parser));
            } while (depth > 0);
            return tokens;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Object shown(JsonToken token, JsonParser parser) {
        return switch (token) {
            case VALUE_STRING, PROPERTY_NAME -> Octets.of(withoutSingles(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.parseDouble(parser.getString()) + 0.0;
            default -> token;
        };
    }

    /// Single surrogates have no UTF-8.
    private static String withoutSingles(String text) {
        return text.codePoints()
                .map(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE ? 0xFFFD : code)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static List<Object> flattened(JsonValue value) {
        return switch (value.kind()) {
            case NULL -> List.of(JsonToken.VALUE_NULL);
            case TRUE -> List.of(JsonToken.VALUE_TRUE);
            case FALSE -> List.of(JsonToken.VALUE_FALSE);
            case NUMBER -> List.of(value.real() + 0.0);
            case STRING -> List.of(value.text());
            case ARRAY -> {
                List<Object> all = new ArrayList<>(List.of(JsonToken.START_ARRAY));
                value.elements().forEach(element -> all.addAll(flattened(element)));
                all.add(JsonToken.END_ARRAY);
                yield all;
            }
            case OBJECT -> {
                List<Object> all = new ArrayList<>(List.of(JsonToken.START_OBJECT));
                for (int i = 0; i < value.names().size(); i++) {
                    all.add(value.names().get(i));
                    all.addAll(flattened(value.elements().get(i)));
                }
                all.add(JsonToken.END_OBJECT);
                yield all;
            }
        };
    }

    @Test
    void readsWhatWeWrite() {
        for (int i = 0; i < TEXTS / 10; i++) {
            Value value = random.value();
            out.clear();
            new JsonWriter(out).value(value);
            byte[] text = Arrays.copyOf(out.bytes(), out.size());

            assertThat(tokens(new String(text, UTF_8).getBytes(UTF_8))).isNotNull();
        }
    }
}
