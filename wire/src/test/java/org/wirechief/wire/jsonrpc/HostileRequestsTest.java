package org.wirechief.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.json.JsonReader;
import org.wirechief.wire.json.JsonRules;
import org.wirechief.wire.json.RandomJson;

/// Requests that were made to hurt: what comes out is an answer that a client can read, or
/// nothing. The seed is in the report; `-Djson.seed=...` repeats a run.
class HostileRequestsTest {
    private static final int TEXTS = 1_000_000;
    private static final String[] METHODS = {
        "version", "which", "log_level", "get_statistics", "echo", "pair", "fails", "null", "list", "nosuch"
    };

    private final FakeCarrier carrier = new FakeCarrier();
    private final JsonReader reader = new JsonReader(JsonRules.TOLERANT);
    private SplittableRandom random = new SplittableRandom();
    private RandomJson json = new RandomJson(random);
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("json.seed", reporter::publishEntry);
        random = seed.random();
        json = new RandomJson(random);
    }

    @Test
    void onlyAnswersComeOut() {
        int results = 0;
        int errors = 0;
        for (int i = 0; i < TEXTS; i++) {
            byte[] text = next();
            try {
                byte[] answer = carrier.ask(text);
                String shown = answer == null ? "" : new String(answer, ISO_8859_1);
                results += shown.contains("\"result\"") ? 1 : 0;
                errors += shown.contains("\"error\"") ? 1 : 0;
                assertThatItIsSound(answer);
            } catch (RuntimeException | Error | ProtocolError e) {
                throw new AssertionError(seed + ", text " + i + ": " + new String(text, ISO_8859_1), e);
            }
        }
        assertThat(results).isGreaterThan(TEXTS / 100);
        assertThat(errors).isGreaterThan(TEXTS / 100);
    }

    private byte[] next() {
        String method = METHODS[random.nextInt(METHODS.length)];
        String params = new String(json.pieces(), ISO_8859_1);
        String request = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":" + random.nextInt(3)
                + ",\"params\":[" + (random.nextBoolean() ? params : "[\"" + i() + "\"," + i() + "]") + "]}";
        byte[] text = (random.nextInt(8) == 0 ? "[" + request + "," + request + "]" : request).getBytes(ISO_8859_1);
        return random.nextInt(3) == 0 ? json.damaged(text) : text;
    }

    private int i() {
        return random.nextInt();
    }

    private void assertThatItIsSound(byte[] answer) throws ProtocolError {
        if (answer != null && answer[0] == '[') {
            if (reader.read(answer, 0, answer.length) != JsonReader.Outcome.WHOLE || reader.end() != answer.length) {
                throw new AssertionError("no sound array: " + new String(answer, ISO_8859_1));
            }
        } else if (answer != null && JsonRpcAnswer.read(answer, 0, answer.length) == null) {
            throw new AssertionError("no whole answer: " + new String(answer, ISO_8859_1));
        }
    }
}
