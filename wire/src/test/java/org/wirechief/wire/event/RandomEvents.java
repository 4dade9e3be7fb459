package org.wirechief.wire.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.core.event.Event;
import org.wirechief.core.event.EventParameter;
import org.wirechief.testkit.RandomTexts;

/// Events, and datagrams made to hurt.
record RandomEvents(RandomGenerator random) {
    private static final String[] PIECES = {
        "a",
        "b::",
        "::",
        ":",
        "\"",
        "\\",
        "\\\"",
        "\n",
        "\n\n",
        "\"\n",
        "\r",
        "\0",
        "\u00e9",
        "\u00ff",
        "{",
        "}",
        "[",
        "]",
        "E_X",
        ",",
        "{\"method\":\"E\",\"params\":",
        "{\"method\":\"E\"}",
        "7",
        "-1",
        "\"x\":"
    };

    RandomTexts texts() {
        return new RandomTexts(random);
    }

    /// Parameters have names, all of them, or none has and no value has `::`.
    Event event(Supplier<String> values) {
        boolean named = random.nextBoolean();
        List<EventParameter> parameters = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String value = values.get();
            while (!named && value.contains("::")) {
                value = values.get();
            }
            parameters.add(new EventParameter(name(named), new Value.Text(Wire.octets(value))));
        }
        return new Event(Octets.of("E_" + random.nextInt(100)), parameters);
    }

    Event eventOfAnyValues() {
        boolean named = random.nextBoolean();
        List<EventParameter> parameters = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            parameters.add(new EventParameter(name(named), value(0)));
        }
        return new Event(Octets.of("E_ANY"), parameters);
    }

    private @Nullable Octets name(boolean named) {
        return named ? Octets.of("n" + random.nextInt(3)) : null;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth < 3 ? 6 : 4)) {
            case 0 -> new Value.Nil();
            case 1 -> Value.of(random.nextBoolean());
            case 2 -> Value.of(random.nextLong());
            case 3 -> new Value.Text(Wire.octets(texts().any()));
            case 4 -> new Value.Arr(List.of(value(depth + 1), value(depth + 1)));
            default -> new Value.Struct(List.of(new Value.Member("m", value(depth + 1))));
        };
    }

    /// Pieces of both dialects in any order, an event often, some of it changed.
    byte[] datagram() {
        if (random.nextInt(4) == 0) {
            EventDialect dialect = random.nextBoolean() ? EventDialect.TEXT : EventDialect.JSON;
            byte[] bytes = Wire.written(event(texts()::quarrelsome), dialect);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            return bytes;
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return Wire.bytes(text.toString());
    }
}
