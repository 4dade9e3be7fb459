package org.wirechief.wire.mitext;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The values of a request by position; their names do not count. An absent value, `name::`, is an
/// empty one. All there is is text, so every read converts.
final class MiTextArgs implements Args {
    private static final int BAD_REQUEST = 400;
    private static final Octets NOTHING = Octets.of("");
    private static final Pattern REAL = Pattern.compile("[+-]?(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");

    private final MiTextArguments arguments;
    private int next;

    MiTextArgs(MiTextArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public boolean hasNext() {
        return next < arguments.size();
    }

    @Override
    public @Nullable Octets name() {
        return hasNext() ? arguments.name(next) : null;
    }

    /// The next argument: an optional sign and decimal digits, -2^63 to 2^63-1; a sign alone is 0
    /// (`log_level/dash`).
    @Override
    public long integer() {
        return taken(decimal(peek()));
    }

    @Override
    public double real() {
        String text = peek().toString();
        return taken(REAL.matcher(text).matches() ? (Double) Double.parseDouble(text) : null);
    }

    @Override
    public Octets octets() {
        return taken(peek());
    }

    @Override
    public Value value() {
        return new Value.Text(octets());
    }

    @Override
    public Args converting() {
        return this;
    }

    @Override
    public Args at(int index) {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        if (index > arguments.size()) {
            throw missing();
        }
        next = index;
        return this;
    }

    private Octets peek() {
        if (!hasNext()) {
            throw missing();
        }
        Octets value = arguments.value(next);
        return value == null ? NOTHING : value;
    }

    private <T> T taken(@Nullable T read) {
        if (read == null) {
            throw Fault.aboutArgument(BAD_REQUEST, "Bad parameter");
        }
        next++;
        return read;
    }

    private static Fault missing() {
        return Fault.aboutArgument(BAD_REQUEST, "Too few or too many arguments");
    }

    private static @Nullable Long decimal(Octets text) {
        if (text.isEmpty()) {
            return null;
        }
        boolean negative = text.at(0) == '-';
        long number = 0;
        for (int i = negative || text.at(0) == '+' ? 1 : 0; i < text.length(); i++) {
            int digit = text.at(i) - '0';
            // Below zero there is one number more than above it.
            if (digit < 0 || digit > 9 || number < (Long.MIN_VALUE + digit) / 10) {
                return null;
            }
            number = number * 10 - digit;
        }
        if (negative) {
            return number;
        }
        return number == Long.MIN_VALUE ? null : (Long) (-number);
    }
}
