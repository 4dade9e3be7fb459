package org.wirechief.bench;

import org.jspecify.annotations.Nullable;

/// What a server did wrong in a run.
///
/// @param wrong replies that are not what was expected, that nobody waits for, or that came before
///     the reply to an earlier request of their stream
/// @param lost requests without a reply when they were given up
/// @param late replies, of those counted as lost, that came after all
/// @param ended connections that the server ended
/// @param first the first of all these in words; null when there was none
record Defects(
        long wrong,
        long lost,
        long late,
        int ended,
        @Nullable String first) {
    static final Defects NONE = new Defects(0, 0, 0, 0, null);

    boolean isNone() {
        return wrong == 0 && lost == 0 && ended == 0;
    }

    Defects and(Defects other) {
        return new Defects(
                wrong + other.wrong,
                lost + other.lost,
                late + other.late,
                ended + other.ended,
                first == null ? other.first : first);
    }
}
