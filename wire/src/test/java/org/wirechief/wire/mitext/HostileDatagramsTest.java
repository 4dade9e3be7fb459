package org.wirechief.wire.mitext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.wirechief.core.ProtocolError;
import org.wirechief.testkit.Seed;

/// Ten million random datagrams, most of them bytes that mean something to the grammar: what comes
/// out is arguments or a refusal, and slices that lie inside. The seed is in the report;
/// `-Dmitext.seed=...` repeats a run, `-Dmitext.datagrams=...` makes it shorter or longer.
class HostileDatagramsTest {
    private static final int DATAGRAMS = 10_000_000;
    private static final byte[] MEANINGFUL = Texts.bytes("::::\"\"\"\n\n\n\\\\ \t\r\0ab");
    private static final byte[] HEAD = Texts.bytes(":c:\n");
    private static final byte[] STATUS = Texts.bytes("200 OK\n");

    private final byte[] bytes = new byte[96];
    private SplittableRandom random;
    private Seed seed;

    @BeforeEach
    void seed(TestReporter reporter) {
        seed = Seed.of("mitext.seed", reporter::publishEntry);
        random = seed.random();
    }

    @Test
    void requestsAreReadOrRefused() {
        int datagrams = Integer.getInteger("mitext.datagrams", DATAGRAMS);
        int read = 0;
        for (int i = 0; i < datagrams; i++) {
            int length = fill(HEAD, random.nextInt(8) > 0);
            byte[] before = i % 1024 == 0 ? bytes.clone() : bytes;
            try {
                MiTextRequest request = MiTextRequest.of(bytes, 0, length, Texts.ORIGIN);
                request.parseArguments();
                read += check(request.arguments()) ? 1 : 0;
            } catch (ProtocolError e) {
                // What it is for.
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(seed + ", datagram " + i + ": " + shown(length), e);
            }
            if (!Arrays.equals(bytes, before)) {
                throw new AssertionError(seed + ": datagram " + i + " was changed: " + shown(length));
            }
        }
        assertThat(read).isBetween(datagrams / 10, datagrams);
    }

    @Test
    void repliesAreReadOrRefused() {
        int read = 0;
        int datagrams = DATAGRAMS / 10;
        for (int i = 0; i < datagrams; i++) {
            int length = fill(STATUS, true);
            if (random.nextInt(4) > 0) {
                bytes[length - 1] = '\n';
            }
            try {
                read += MiTextAnswer.read(bytes, 0, length).isSuccess() ? 1 : 0;
            } catch (ProtocolError e) {
                // What it is for.
            } catch (RuntimeException e) {
                throw new AssertionError(seed + ", datagram " + i + ": " + shown(length), e);
            }
        }
        assertThat(read).isBetween(datagrams / 2, datagrams);
    }

    /// @return the datagram's length
    private int fill(byte[] head, boolean withHead) {
        int from = withHead ? head.length : 0;
        System.arraycopy(head, 0, bytes, 0, from);
        int length = from + 1 + random.nextInt(random.nextInt(4) == 0 ? bytes.length - from - 1 : 16);
        boolean isNoise = random.nextInt(16) == 0;
        for (int i = from; i < length; i++) {
            bytes[i] = isNoise ? (byte) random.nextInt() : MEANINGFUL[random.nextInt(MEANINGFUL.length)];
        }
        return length;
    }

    /// Takes every slice, and says whether there was one.
    private static boolean check(MiTextArguments arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            var name = arguments.name(i);
            var value = arguments.value(i);
            if (name == null && value == null) {
                throw new AssertionError("argument " + i + " is nothing");
            }
            if ((name != null && name.isEmpty()) || (value != null && value.isEmpty())) {
                throw new AssertionError("argument " + i + " has an empty part");
            }
        }
        return arguments.size() > 0;
    }

    private String shown(int length) {
        return Texts.text(Arrays.copyOf(bytes, length));
    }
}
