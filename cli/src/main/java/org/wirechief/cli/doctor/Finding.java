package org.wirechief.cli.doctor;

import java.util.List;

/// Something the doctor saw.
///
/// @param words one line
/// @param remedies commands or configuration lines, any of which mends it; empty when nothing is to
///     be done
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
    }

    static Finding ok(String words) {
        return new Finding(Kind.OK, words, List.of());
    }

    static Finding note(String words, String... remedies) {
        return new Finding(Kind.NOTE, words, List.of(remedies));
    }

    static Finding bad(String words, String... remedies) {
        return new Finding(Kind.BAD, words, List.of(remedies));
    }
}
