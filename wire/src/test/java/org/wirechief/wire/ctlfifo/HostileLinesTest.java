package org.wirechief.wire.ctlfifo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.Args;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Fault;
import org.wirechief.core.ParamType;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;
import org.wirechief.wire.ReplyBuffer;

/// Lines that were made to hurt: what comes out is a request, a fault, or nothing yet. The seed is
/// in the report; `-Dctlfifo.seed=...` repeats a run.
final class HostileLinesTest {
    private static final int ROUNDS = 300_000;
    private static final String SIGNS = ":::\n\n\n\r\\cnox0-19.,\t a";
    private static final CommandSpec SPEC = CommandSpec.named("c")
            .param("first", ParamType.TEXT)
            .repeated("more", ParamType.ANY)
            .run((_, _) -> {});

    private SplittableRandom random;
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("ctlfifo.seed", reporter::publishEntry);
        random = seed.random();
    }

    @Test
    void onlyFaultsComeOut() {
        int requests = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            CtlFifoRules rules = CtlFifoRules.DEFAULTS.withCompat(random.nextBoolean());
            byte[] bytes = bytes();
            try {
                requests += serve(bytes, rules) ? 1 : 0;
            } catch (ProtocolError e) {
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(seed + ", round " + round, e);
            }
        }
        assertThat(requests).isGreaterThan(ROUNDS / 50);
        assertThat(refused).isGreaterThan(ROUNDS / 50);
    }

    private boolean serve(byte[] bytes, CtlFifoRules rules) throws ProtocolError {
        readAsAnswer(bytes);
        CtlFifoFrame frame = CtlFifoFrame.next(bytes, 0, bytes.length, rules);
        if (frame == null) {
            return false;
        }
        assertThat(frame.end()).isBetween(frame.start() + 1, bytes.length);
        CtlFifoRequest request = CtlFifoRequest.of(bytes, frame, bytes.length, Lines.ORIGIN, rules);
        request.bind(SPEC);
        CtlFifoReply reply = new CtlFifoReply(new ReplyBuffer(), rules);
        for (int i = 0; i < 50 && request.args().hasNext(); i++) {
            try {
                take(request.args(), reply);
            } catch (Fault fault) {
                reply.fault(fault);
                break;
            }
        }
        assertThat(request.usedTo()).isBetween(frame.end(), bytes.length);
        return true;
    }

    private void take(Args args, CtlFifoReply reply) {
        switch (random.nextInt(4)) {
            case 0 -> reply.add(args.integer());
            case 1 -> reply.add(args.real());
            case 2 -> reply.add(args.octets());
            default -> reply.add(args.at(random.nextInt(4)).value());
        }
    }

    private static void readAsAnswer(byte[] bytes) {
        try {
            CtlFifoAnswer.read(bytes, 0, bytes.length).lines().forEach(CtlFifoAnswer::text);
        } catch (ProtocolError e) {
            assertThat(e.getMessage()).startsWith("the answer ");
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(60)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)
                    (random.nextInt(10) == 0 ? random.nextInt(256) : SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        if (bytes.length > 4 && random.nextBoolean()) {
            System.arraycopy(new byte[] {':', 'c', ':'}, 0, bytes, 0, 3);
        }
        return bytes;
    }
}
