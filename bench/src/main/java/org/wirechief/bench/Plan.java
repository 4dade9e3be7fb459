package org.wirechief.bench;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a command line asks to compare.
///
/// @param settle seconds of load on each contestant before the rounds of a row
record Plan(List<Row> rows, Rounds rounds, Duration settle) {
    static final List<String> OPTIONS = List.of("chief", "rows", "rounds", "seconds", "warm-up", "settle");

    /// @param rows for whom names none
    /// @param seconds of a measurement, for whom says nothing
    /// @throws IllegalArgumentException saying what is wrong
    static Plan of(Options options, String rows, double seconds) {
        if (!options.words().isEmpty()) {
            throw new IllegalArgumentException("only options are taken, not " + options.words());
        }
        Timing timing = Timing.of(options.seconds("warm-up", 1), options.seconds("seconds", seconds));
        return new Plan(
                Row.parseAll(options.text("rows", rows)),
                new Rounds(options.integer("rounds", 5), timing, System.err::println),
                options.seconds("settle", 4));
    }

    /// All that the rows need.
    Set<Carrier> carriers() {
        EnumSet<Carrier> carriers = EnumSet.noneOf(Carrier.class);
        rows.forEach(row -> carriers.add(row.carrier()));
        return carriers;
    }

    /// For example `5 interleaved rounds of 3.0 s`.
    @Override
    public String toString() {
        double seconds = rounds.timing().measured().toMillis() / 1e3;
        return String.format(Locale.ROOT, "%d interleaved rounds of %s s", rounds.count(), seconds);
    }
}
