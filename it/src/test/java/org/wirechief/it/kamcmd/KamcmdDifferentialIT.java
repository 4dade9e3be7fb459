package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.ScriptedNode;

/// Bodies and words that nobody thought of: Debian's kamcmd and ours print the same of them, and
/// send the same.
class KamcmdDifferentialIT {
    private static final List<List<String>> LINES = List.of(
            List.of("m"),
            List.of("-f", "%v", "m"),
            List.of("-f", "<%v>", "m"),
            List.of("-f", "%v:%v\\n", "m"),
            List.of("-f", "k", "m"),
            List.of("-f", "%%%v %v %v|", "m"),
            List.of("-v", "ps"));

    @Test
    void printTheSame() throws IOException, InterruptedException {
        Random random = new Random(2007);
        AtomicReference<byte[]> body = new AtomicReference<>();
        AtomicReference<Integer> kind = new AtomicReference<>(1);
        try (ScriptedNode node = ScriptedNode.start(
                request -> ScriptedNode.packet(kind.get(), ScriptedNode.cookie(request), body.get()))) {
            for (int run = 0; run < 300; run++) {
                body.set(body(random));
                kind.set(random.nextInt(5) == 0 ? 3 : 1);
                String[] line = LINES.get(random.nextInt(LINES.size())).toArray(String[]::new);

                Outcome ours = Kamcmd.OURS.at(node.address(), line);

                assertThat(withoutPlace(ours))
                        .as("%s of %s", List.of(line), HexFormat.of().formatHex(body.get()))
                        .isEqualTo(withoutPlace(Kamcmd.DEBIANS.at(node.address(), line)));
            }
        }
    }

    /// Kamcmd miscounts where a record begins (docs/interpretation.md).
    private static Outcome withoutPlace(Outcome outcome) {
        return new Outcome(outcome.exit(), outcome.stdout(), outcome.stderr().replaceFirst("@\\d+", "@"));
    }

    /// Records with brackets in pairs, one time in five with something broken behind them.
    private static byte[] body(Random random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = random.nextInt(5); i > 0; i--) {
            record(random, body, 0);
        }
        if (random.nextInt(5) == 0) {
            List<String> broken = List.of("07", "0f", "31", "83", "84", "257800", "b1ff", "03257800", "0325780007");
            body.writeBytes(HexFormat.of().parseHex(broken.get(random.nextInt(broken.size()))));
        }
        return body.toByteArray();
    }

    private static void record(Random random, ByteArrayOutputStream body, int depth) {
        switch (random.nextInt(depth < 4 ? 8 : 6)) {
            case 0 -> body.writeBytes(new byte[] {0x10, (byte) random.nextInt()});
            case 1 -> body.writeBytes(new byte[] {0x40, (byte) random.nextInt(), 1, 2, (byte) random.nextInt()});
            case 2 -> body.writeBytes(new byte[] {0x22, (byte) random.nextInt(), (byte) random.nextInt()});
            case 3 -> {
                body.write(0x82);
                for (int i = 0; i < 8; i++) {
                    body.write(random.nextInt(4) == 0 ? 0 : random.nextInt());
                }
            }
            case 4, 5 -> {
                String text = List.of("", "a", "a\nb", "a\tb", "%v", "zwölf").get(random.nextInt(6));
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                body.writeBytes(new byte[] {(byte) ((bytes.length + 1) << 4 | 1)});
                body.writeBytes(bytes);
                body.write(0);
            }
            case 6 -> {
                body.write(0x03);
                for (int i = random.nextInt(4); i > 0; i--) {
                    if (random.nextInt(4) > 0) {
                        body.writeBytes(new byte[] {0x25, (byte) ('x' + random.nextInt(3)), 0});
                        scalarOrStruct(random, body, depth + 1);
                    } else {
                        record(random, body, depth + 1);
                    }
                }
                body.write(0x83);
            }
            default -> {
                body.write(0x04);
                for (int i = random.nextInt(3); i > 0; i--) {
                    record(random, body, depth + 1);
                }
                body.write(0x84);
            }
        }
    }

    /// What may follow a name.
    private static void scalarOrStruct(Random random, ByteArrayOutputStream body, int depth) {
        if (random.nextInt(3) == 0) {
            body.writeBytes(new byte[] {0x03, (byte) 0x83});
        } else {
            record(random, body, 4 + depth);
        }
    }

    @Test
    void sendTheSame() throws IOException, InterruptedException {
        Random random = new Random(1978);
        String alphabet = "0123456789+-.eExXpPinfaINF ts:";
        try (ScriptedNode node = ScriptedNode.answering(1, new byte[0])) {
            for (int run = 0; run < 150; run++) {
                String[] line = {"--", "m", word(random, alphabet), word(random, alphabet), word(random, alphabet)};

                Kamcmd.DEBIANS.at(node.address(), line);
                Kamcmd.OURS.at(node.address(), line);

                List<byte[]> requests = node.requests();
                assertThat(ScriptedNode.body(requests.getLast()))
                        .as(String.join("|", line))
                        .isEqualTo(ScriptedNode.body(requests.get(requests.size() - 2)));
            }
        }
    }

    private static String word(Random random, String alphabet) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
