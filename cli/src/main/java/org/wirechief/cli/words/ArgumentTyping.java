package org.wirechief.cli.words;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.UsageError;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.wire.binrpc.Numerals;

/// What kind of value a word is (spec ctl §14.2).
///
/// An integer when all of it is one, in decimal; else a real when all of it is one, also as `1e3`,
/// `0x10` or `inf`; else text. The empty word is the integer 0. `s:` in front makes it text.
public final class ArgumentTyping {
    // What C takes for blank.
    private static final Pattern INTEGER = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*([+-]?[0-9]+)");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private ArgumentTyping() {}

    /// As kamcmd sends it: an integer is cut to 32 bits, `2147483648` is -2147483648.
    public static Value likeKamcmd(Octets word) {
        BigInteger integer = integer(word);
        if (integer != null) {
            // first to 64 bits as strtol does, then to 32
            int low = integer.max(LEAST).min(MOST).intValue();
            return Value.of(low);
        }
        Double real = Numerals.wholeReal(word);
        return real == null ? text(word) : Value.of(real.doubleValue());
    }

    /// As `chief call` sends it: also `i:`, `d:` and `j:` say what it is, and no integer is cut;
    /// one beyond 64 bits is text.
    ///
    /// @throws UsageError when it is not what its prefix says
    public static Value typed(Octets word) throws UsageError {
        Value prefixed = prefixed(word);
        if (prefixed != null) {
            return prefixed;
        }
        BigInteger integer = integer(word);
        if (integer != null) {
            return fits(integer) ? Value.of(integer.longValue()) : new Value.Text(word);
        }
        Double real = Numerals.wholeReal(word);
        return real == null ? new Value.Text(word) : Value.of(real.doubleValue());
    }

    /// As OpenSIPS's own command line sends it (spec mi-json §15): as text, which its commands read
    /// numbers from, unless a prefix says otherwise.
    ///
    /// @throws UsageError when it is not what its prefix says
    public static Value textual(Octets word) throws UsageError {
        Value prefixed = prefixed(word);
        return prefixed == null ? new Value.Text(word) : prefixed;
    }

    private static @Nullable Value prefixed(Octets word) throws UsageError {
        String prefix = word.length() > 1 && word.at(1) == ':' ? String.valueOf((char) word.at(0)) : "";
        Octets rest = prefix.isEmpty() ? word : Octets.copyOf(word.toByteArray(), 2, word.length());
        return switch (prefix) {
            case "s" -> new Value.Text(rest);
            case "i" -> {
                BigInteger integer = integer(rest);
                if (integer == null || rest.isEmpty() || !fits(integer)) {
                    throw new UsageError("'" + word + "' is no integer of 64 bits");
                }
                yield Value.of(integer.longValue());
            }
            case "d" -> {
                Double real = Numerals.wholeReal(rest);
                if (real == null) {
                    throw new UsageError("'" + word + "' is no number");
                }
                yield Value.of(real.doubleValue());
            }
            case "j" -> JsonWord.value(rest);
            default -> null;
        };
    }

    private static boolean fits(BigInteger integer) {
        return integer.bitLength() < Long.SIZE;
    }

    private static @Nullable BigInteger integer(Octets word) {
        if (word.isEmpty()) {
            return BigInteger.ZERO;
        }
        var found = INTEGER.matcher(new String(word.toByteArray(), StandardCharsets.ISO_8859_1));
        return found.matches() ? new BigInteger(found.group(1)) : null;
    }

    private static Value text(Octets word) {
        boolean forced = word.length() > 1 && word.at(0) == 's' && word.at(1) == ':';
        return new Value.Text(forced ? Octets.copyOf(word.toByteArray(), 2, word.length()) : word);
    }
}
