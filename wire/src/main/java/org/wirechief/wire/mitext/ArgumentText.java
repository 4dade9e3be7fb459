package org.wirechief.wire.mitext;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;

/// How names and values of arguments are written so that they are read back as they are.
final class ArgumentText {
    private static final Octets NO_NAME = Octets.of("::");

    private ArgumentText() {}

    /// The name as it has to be written, null when it cannot be.
    ///
    /// @param name not empty
    static @Nullable Octets name(Octets name) {
        boolean separates = hasSeparator(name) || name.at(name.length() - 1) == ':';
        return separates || !canBeBare(name) ? null : name;
    }

    /// The value as it has to be written, null when it cannot be.
    ///
    /// @param value not empty
    /// @param named whether a name and the separator stand before it
    static @Nullable Octets value(Octets value, boolean named) {
        if (canBeBare(value)) {
            return named || !hasSeparator(value) ? value : joined(NO_NAME, value);
        }
        boolean endsItsQuotes = value.length() > 1 && value.at(value.length() - 1) == '\\';
        return endsItsQuotes ? null : quoted(value);
    }

    /// Whether it needs no quotes: none in it, no line feed, no white space around it.
    private static boolean canBeBare(Octets text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.at(i) == '"' || text.at(i) == '\n') {
                return false;
            }
        }
        return !ArgumentParser.isWhite(text.at(0)) && !ArgumentParser.isWhite(text.at(text.length() - 1));
    }

    private static boolean hasSeparator(Octets text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.at(i) == ':' && text.at(i - 1) == ':') {
                return true;
            }
        }
        return false;
    }

    /// A quote gets a backslash before it, but at the beginning, where it must not have one.
    private static Octets quoted(Octets value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('"');
        for (int i = 0; i < value.length(); i++) {
            if (value.at(i) == '"' && i > 0) {
                out.write('\\');
            }
            out.write(value.at(i));
        }
        out.write('"');
        return Octets.copyOf(out.toByteArray());
    }

    private static Octets joined(Octets one, Octets other) {
        byte[] both = new byte[one.length() + other.length()];
        one.copyTo(both, 0);
        other.copyTo(both, one.length());
        return Octets.copyOf(both);
    }
}
