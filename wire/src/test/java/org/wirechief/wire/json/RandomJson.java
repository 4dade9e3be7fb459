package org.wirechief.wire.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Values of every kind that JSON has, and texts of two sorts: what any reader takes, and what is
/// made to hurt.
public record RandomJson(RandomGenerator random) {
    private static final int DEEPEST = 5;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"id\":",
        "\\",
        "\\u",
        "\\u00e9",
        "\\ud83d",
        "\\ude00",
        "null",
        "true",
        "false",
        "nul",
        "-",
        "0",
        "7",
        ".",
        "e",
        "E+",
        "0x",
        "1F",
        "inf",
        "nan(",
        ")",
        " ",
        "\n",
        "\t",
        "\1",
        "\0",
        "\u007f",
        "\u00ff",
        "12345678901234567890",
        "[[[[[[[[",
        "]]]]]]]]",
        "{\"a\":",
        "\"\""
    };

    public Value value() {
        return value(0);
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> new Value.Nil();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong() >> random.nextInt(Long.SIZE));
            // 64ths within six decimals are exact, and are never integers.
            case 3 -> Value.of(random.nextInt(1 << 24) + 1 / 64.0);
            case 4 -> new Value.Text(octets());
            case 5 -> new Value.Arr(list(depth + 1));
            default ->
                new Value.Struct(list(depth + 1).stream()
                        .map(element -> new Value.Member(octets(), element))
                        .toList());
        };
    }

    private List<Value> list(int depth) {
        List<Value> list = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    private Octets octets() {
        byte[] bytes = new byte[random.nextInt(random.nextInt(20) == 0 ? 400 : 12)];
        random.nextBytes(bytes);
        return Octets.copyOf(bytes);
    }

    /// Up to 24 pieces of JSON in no order.
    public byte[] pieces() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "{\"a\":[" : "");
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString().getBytes(ISO_8859_1);
    }

    /// The text with up to three bytes changed, left out or doubled.
    public byte[] damaged(byte[] text) {
        StringBuilder damaged = new StringBuilder(new String(text, ISO_8859_1));
        for (int i = random.nextInt(3); i >= 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(256));
                case 1 -> damaged.deleteCharAt(at);
                default -> damaged.insert(at, damaged.charAt(at));
            }
        }
        return damaged.toString().getBytes(ISO_8859_1);
    }

    /// A number from 0 to this one.
    public int upTo(int most) {
        return random.nextInt(most + 1);
    }
}
