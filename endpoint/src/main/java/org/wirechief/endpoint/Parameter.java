package org.wirechief.endpoint;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirechief.core.ConfigError;
import org.wirechief.core.Setting;
import org.wirechief.core.Value;

/// One parameter of a module: its single description, from which configuration files, `--set`
/// and the reference are served.
///
/// @param <P> the value the module's parameters describe
/// @param name as `modparam` spells it
/// @param kind what may stand there
/// @param initial the default as text
/// @param unit `KB`, `bytes`, `s`; empty for none
/// @param summary one line
/// @param set returns the value with the parameter set; throws [ConfigError] for a value that
///     cannot be. What is given is of a kind that `kind` allows.
public record Parameter<P>(
        String name, Kind kind, String initial, String unit, String summary, BiFunction<P, Given, P> set) {

    /// A parameter that is text.
    public static <P> Parameter<P> text(String name, String initial, String summary, BiFunction<P, String, P> set) {
        return new Parameter<>(name, Kind.TEXT, initial, "", summary, (p, given) -> set.apply(p, given.asText()));
    }

    /// A user or a group, by name or number; at first that of the server.
    public static <P> Parameter<P> owner(String name, String summary, BiFunction<P, String, P> set) {
        return new Parameter<>(name, Kind.INTEGER_OR_TEXT, "", "", summary, (p, given) -> set.apply(p, given.asText()));
    }

    /// A parameter that is an integer of 32 bits.
    public static <P> Parameter<P> integer(
            String name, String initial, String unit, String summary, BiFunction<P, Integer, P> set) {
        return new Parameter<>(name, Kind.INTEGER, initial, unit, summary, (p, given) -> set.apply(p, given.asInt()));
    }

    /// A parameter that is an integer of 64 bits.
    public static <P> Parameter<P> wide(
            String name, String initial, String unit, String summary, BiFunction<P, Long, P> set) {
        return new Parameter<>(name, Kind.INTEGER, initial, unit, summary, (p, given) -> set.apply(p, given.asLong()));
    }

    /// A parameter that is 0, as it is at first, or 1.
    public static <P> Parameter<P> flag(String name, String summary, BiFunction<P, Boolean, P> set) {
        return new Parameter<>(name, Kind.INTEGER, "0", "", summary, (p, given) -> set.apply(p, given.asFlag()));
    }

    /// What may stand in a `modparam` line.
    public enum Kind {
        INTEGER("an integer"),
        TEXT("a string"),
        INTEGER_OR_TEXT("an integer or a string");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For error messages.
        public String words() {
            return words;
        }

        public boolean accepts(Value value) {
            return switch (this) {
                case INTEGER -> value instanceof Value.Int;
                case TEXT -> value instanceof Value.Text;
                case INTEGER_OR_TEXT -> value instanceof Value.Int || value instanceof Value.Text;
            };
        }
    }

    /// The described value with this parameter set.
    ///
    /// @throws ConfigError when the value is of another kind or cannot be
    public P apply(P described, String module, Value value) {
        Given given = new Given(module + "." + name, value);
        if (!kind.accepts(value)) {
            throw ConfigError.of(given.parameter(), value.asText(), "takes " + kind.words() + hint(value));
        }
        return set.apply(described, given);
    }

    /// What to do where the quotes alone are wrong.
    private String hint(Value value) {
        if (kind == Kind.INTEGER && value.asText().matches("-?(0[xX][0-9a-fA-F]+|[0-9]+)")) {
            return "; leave the quotes out";
        }
        return kind == Kind.TEXT ? "; put it in quotes" : "";
    }

    /// The parameter of a running module as a setting.
    ///
    /// @param current as [Setting#current()]
    /// @param change as [Setting#change()]
    public Setting setting(String module, Supplier<Value> current, Consumer<Value> change) {
        Setting.Type type = switch (kind) {
            case INTEGER -> Setting.Type.INTEGER;
            case TEXT, INTEGER_OR_TEXT -> Setting.Type.TEXT;
        };
        return new Setting(module, name, type, summary, current, change);
    }
}
