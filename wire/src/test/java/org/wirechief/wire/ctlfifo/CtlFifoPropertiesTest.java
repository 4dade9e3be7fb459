package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Args;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// What is written is read as it was meant, whatever it is. The seed is in the report;
/// `-Dctlfifo.seed=...` repeats a run.
final class CtlFifoPropertiesTest {
    private static final int ROUNDS = 20_000;

    private SplittableRandom random;

    @BeforeEach
    void seed(TestReporter reporter) {
        random = Seed.of("ctlfifo.seed", reporter::publishEntry).random();
    }

    @Test
    void argumentsArriveAsSent() throws ProtocolError {
        for (int round = 0; round < ROUNDS; round++) {
            List<Value> sent = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                sent.add(random.nextBoolean() ? Value.of(random.nextLong() >> random.nextInt(64)) : text(1));
            }
            ReplyBuffer out = new ReplyBuffer();
            CtlFifoCall.write(out, Octets.of("c"), Octets.of("r"), sent);
            Args args = Lines.request(Lines.text(out), CtlFifoRules.DEFAULTS).args();
            for (Value value : sent) {
                Value came = value instanceof Value.Int ? Value.of(args.integer()) : args.value();
                assertThat(came).isEqualTo(value);
            }
            assertThat(args.hasNext()).isFalse();
        }
    }

    @Test
    void answersAreReadAsWritten() throws ProtocolError {
        for (int round = 0; round < ROUNDS; round++) {
            ReplyBuffer out = new ReplyBuffer();
            CtlFifoReply reply = new CtlFifoReply(out, CtlFifoRules.DEFAULTS);
            List<Value> written = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Value value = value(0);
                written.add(value);
                reply.add(value);
            }
            CtlFifoAnswer answer = CtlFifoAnswer.read(out.bytes(), 0, out.size());
            assertThat(answer.isFault()).isFalse();
            assertThat(answer.lines()).hasSameSizeAs(written);
            for (int i = 0; i < written.size(); i++) {
                Octets line = answer.lines().get(i);
                Value came = written.get(i) instanceof Value.Struct || written.get(i) instanceof Value.Arr
                        ? new LineReader(line).whole(written.get(i) instanceof Value.Struct)
                        : new Value.Text(CtlFifoAnswer.text(line));
                assertThat(came).isEqualTo(asText(written.get(i)));
            }
        }
    }

    /// Nothing but [ProtocolError] comes out, and no cut answer reads as a whole line more.
    @Test
    void answersCutAnywhere() {
        ReplyBuffer out = new ReplyBuffer();
        CtlFifoReply reply = new CtlFifoReply(out, CtlFifoRules.DEFAULTS);
        for (int i = 0; i < 20; i++) {
            reply.add(value(0));
        }
        for (int length = 0; length < out.size(); length++) {
            boolean lineEnd = length > 0 && out.bytes()[length - 1] == '\n';
            boolean read;
            try {
                CtlFifoAnswer.read(out.bytes(), 0, length);
                read = true;
            } catch (ProtocolError e) {
                read = false;
            }
            assertThat(read).as("%d bytes", length).isEqualTo(lineEnd);
        }
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth < 4 ? 7 : 5)) {
            case 0 -> new Value.Nil();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong() >> random.nextInt(64));
            case 3 -> Value.of(random.nextInt() / 8.0);
            case 4 -> text(0);
            case 5 -> {
                List<Value> elements = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    elements.add(value(depth + 1));
                }
                yield new Value.Arr(elements);
            }
            default -> {
                List<Value.Member> members = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.add(new Value.Member(octets(0), value(depth + 1)));
                }
                yield new Value.Struct(members);
            }
        };
    }

    private Value text(int shortest) {
        return new Value.Text(octets(shortest));
    }

    /// Often what has a meaning.
    private Octets octets(int shortest) {
        String signs = ":,\\\n\r\t\0{}[]ocn0 ab";
        byte[] bytes = new byte[shortest + random.nextInt(12)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (random.nextInt(3) == 0 ? random.nextInt(256) : signs.charAt(random.nextInt(signs.length())));
        }
        return Octets.copyOf(bytes);
    }

    private static Value asText(Value value) {
        return switch (value) {
            case Value.Nil _ -> Value.of("<null string>");
            case Value.Bool(boolean yes) -> Value.of(yes ? "1" : "0");
            case Value.Int(long number) -> Value.of(Long.toString(number));
            case Value.Real(double number) -> Value.of(String.format(Locale.ROOT, "%f", number));
            case Value.Text _ -> value;
            case Value.Blob(Octets bytes) -> new Value.Text(bytes);
            // one empty text and no element at all look the same
            case Value.Arr(List<Value> elements) ->
                elements.size() == 1 && elements.getFirst().equals(Value.of(""))
                        ? new Value.Arr(List.of())
                        : new Value.Arr(elements.stream()
                                .map(CtlFifoPropertiesTest::asText)
                                .toList());
            case Value.Struct(List<Value.Member> members) ->
                new Value.Struct(members.stream()
                        .map(m -> new Value.Member(m.name(), asText(m.value())))
                        .toList());
        };
    }
}
