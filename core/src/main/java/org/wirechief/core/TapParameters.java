package org.wirechief.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [Tap] is told of parameters: the text of each, null for what has none.
public final class TapParameters {
    private TapParameters() {}

    /// The first of what can still be read of some arguments; stops where one cannot, and where
    /// there are enough bytes.
    public static List<@Nullable Octets> of(Args args) {
        List<@Nullable Octets> texts = new ArrayList<>();
        int bytes = 0;
        try {
            while (args.hasNext() && texts.size() < Tap.MOST_PARAMETERS && bytes <= Tap.PARAMETERS_ROOM) {
                Value value = args.scalar();
                Octets text = value == null ? null : text(value);
                texts.add(text);
                bytes += text == null ? 0 : text.length() + 1;
            }
        } catch (Fault broken) {
            return texts;
        }
        return texts;
    }

    /// Of text and numbers, which lose their fraction; null for all else (spec mi-json §14).
    public static @Nullable Octets text(Value value) {
        return switch (value) {
            case Value.Text(Octets octets) -> octets;
            case Value.Int(long number) -> Octets.of(Long.toString(number));
            case Value.Real(double number) -> Octets.of(Long.toString((long) number));
            case Value.Nil _, Value.Bool _, Value.Blob _, Value.Arr _, Value.Struct _ -> null;
        };
    }
}
