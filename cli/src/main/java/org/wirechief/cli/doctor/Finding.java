package org.wirechief.cli.doctor;

import java.util.List;
import java.util.stream.Stream;

/// Something the doctor saw.
///
/// @param words one line
/// @param remedies commands or configuration lines, any of which mends it; what is bad has one,
///     else empty when nothing is to be done
record Finding(Kind kind, String words, List<String> remedies) {
    enum Kind {
        OK("ok"),
        /// Worth knowing, and no obstacle.
        NOTE("note"),
        /// Why calls fail.
        BAD("bad");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Finding {
        remedies = List.copyOf(remedies);
        if (kind == Kind.BAD && remedies.isEmpty()) {
            throw new IllegalArgumentException("what mends it? " + words);
        }
    }

    static Finding ok(String words) {
        return new Finding(Kind.OK, words, List.of());
    }

    static Finding note(String words, String... remedies) {
        return new Finding(Kind.NOTE, words, List.of(remedies));
    }

    static Finding bad(String words, String remedy, String... others) {
        return bad(words, Stream.concat(Stream.of(remedy), Stream.of(others)).toList());
    }

    /// @throws IllegalArgumentException without a remedy
    static Finding bad(String words, List<String> remedies) {
        return new Finding(Kind.BAD, words, remedies);
    }
}
