package org.wirechief.endpoint;

import java.util.function.Supplier;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Value;
import org.wirechief.core.ValueShapeException;

/// A value that a parameter is to have, and what it must be; whoever asks for something else gets
/// the error that names the parameter.
///
/// @param parameter with its module, `ctl.mode`
/// @param value an [Value.Int] or a [Value.Text]
public record Given(String parameter, Value value) {
    /// The text, or the number in decimal.
    public String asText() {
        return value.asText();
    }

    /// The number, also one that was written as a string.
    ///
    /// @throws ConfigError when it is none
    public long asLong() {
        try {
            return value.asLong();
        } catch (ValueShapeException e) {
            throw ConfigError.of(parameter, value.asText(), "not a number");
        }
    }

    /// The number.
    ///
    /// @throws ConfigError when it is none, or beyond 32 bits
    public int asInt() {
        long wide = asLong();
        if (wide != (int) wide) {
            throw ConfigError.of(parameter, wide, "not a 32-bit integer");
        }
        return (int) wide;
    }

    /// Whether the number is 1.
    ///
    /// @throws ConfigError when it is neither 0 nor 1
    public boolean asFlag() {
        int number = asInt();
        if (number != 0 && number != 1) {
            throw ConfigError.of(parameter, number, "allowed are 0 and 1");
        }
        return number == 1;
    }

    /// What is made of the value.
    ///
    /// @param allowed which values can be, for the message
    /// @param made throws [IllegalArgumentException] where the value cannot be
    /// @throws ConfigError then
    public <T> T within(String allowed, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw ConfigError.of(parameter, value.asText(), "allowed are " + allowed);
        }
    }
}
