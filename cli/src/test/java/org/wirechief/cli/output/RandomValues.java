package org.wirechief.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// Values that try a printer: names that repeat, bytes that are no text, words that mean something.
final class RandomValues {
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "~",
            "null",
            "Yes",
            "no",
            "0x10",
            "1e3",
            "-",
            "- a",
            "a: b",
            "a #b",
            "#a",
            "[",
            "{",
            "}",
            "]",
            ",",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'",
            "\"",
            "\\",
            "a\nb",
            "a\r\nb",
            "\t",
            "a b",
            " a",
            "a ",
            "\u0000",
            "\u001b[31m",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\uffff",
            "é",
            "😀",
            "\u0080",
            "2001-01-01",
            "1:20",
            ".inf",
            ".",
            "..",
            "---",
            "...",
            "?",
            "? a",
            ":",
            "<<",
            "=",
            "y",
            "a,b",
            "a\"b");

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    List<Value> answer() {
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(3));
        }
        return values;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> Value.of(random.nextInt());
            case 1 -> Value.of(random.nextLong() >> random.nextInt(64));
            case 2 -> Value.of((random.nextLong() >> random.nextInt(64)) / 1000.0);
            case 3 -> new Value.Text(text());
            case 4 -> random.nextInt(5) == 0 ? new Value.Blob(text()) : new Value.Text(text());
            case 5, 6 -> new Value.Arr(values(depth));
            default -> {
                List<Value.Member> members = new ArrayList<>();
                values(depth).forEach(value -> members.add(new Value.Member(name(), value)));
                yield new Value.Struct(members);
            }
        };
    }

    private List<Value> values(int depth) {
        List<Value> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(depth - 1));
        }
        return values;
    }

    private Octets name() {
        return random.nextInt(3) == 0 ? text() : Octets.of("n" + random.nextInt(3));
    }

    private Octets text() {
        return switch (random.nextInt(4)) {
            case 0 -> {
                byte[] bytes = new byte[random.nextInt(6)];
                random.nextBytes(bytes);
                yield Octets.copyOf(bytes);
            }
            case 1 -> Octets.of("x".repeat(random.nextInt(3) == 0 ? 1500 : 7));
            default -> Octets.of(AWKWARD.get(random.nextInt(AWKWARD.size())));
        };
    }
}
