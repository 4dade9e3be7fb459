package org.wirechief.core;

import org.jspecify.annotations.Nullable;

/// The arguments of a call, a typed cursor that decodes each only when it is asked for.
///
/// A read that fails raises a [Fault] worded by the dialect ([Fault#isAboutArgument]). A strict
/// read that fails leaves the cursor where it was, so the argument may be asked for as another
/// type; a converting read has consumed it (spec ctl §4, `structparams/cfg-set-str-autoconv`).
/// Arguments nobody asks for are never looked at. One thread at a time.
public interface Args {
    /// Whether another whole argument is there; its type is not looked at.
    boolean hasNext();

    /// The name the next argument was given, in dialects where arguments go by place and may have
    /// names too (MI text); elsewhere, and without one, null.
    default @Nullable Octets name() {
        return null;
    }

    /// The next argument, an integer.
    long integer();

    /// The next argument, a number with a fraction.
    double real();

    /// The next argument, text as the bytes that came.
    Octets octets();

    /// The next argument, text.
    default String text() {
        return octets().toString();
    }

    /// The next argument, whatever it is.
    Value value();

    /// The next argument as it was written, where that is JSON; elsewhere, and without one, null.
    /// Numbers have all their digits there. The cursor stays where it is.
    default @Nullable Octets json() {
        return null;
    }

    /// The next argument for who has no use for structs and arrays: null may stand for one, and
    /// what is in it need not be decoded.
    default @Nullable Value scalar() {
        return value();
    }

    /// The same cursor, converting between numbers and text by the dialect's rules.
    Args converting();

    /// Moves the cursor before the argument at `index` (from 0), in either direction.
    ///
    /// @throws Fault when there are fewer arguments before it
    /// @throws IndexOutOfBoundsException when it is negative
    Args at(int index);

    /// The argument at `index`, text.
    default String text(int index) {
        return at(index).text();
    }

    /// The argument at `index`, an integer.
    default long integer(int index) {
        return at(index).integer();
    }

    /// The argument at `index`, a number with a fraction.
    default double real(int index) {
        return at(index).real();
    }
}
