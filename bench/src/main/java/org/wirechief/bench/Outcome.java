package org.wirechief.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the rounds of one row found; the measurements stand in the order of the rounds.
///
/// @param ourReply bytes of a whole reply of ours
/// @param theirReply bytes of one of theirs
record Outcome(Row row, int ourReply, int theirReply, List<Measurement> ours, List<Measurement> theirs) {
    Outcome {
        ours = List.copyOf(ours);
        theirs = List.copyOf(theirs);
    }

    Ratio ratio(ToDoubleFunction<Measurement> figure) {
        return Ratio.of(figures(ours, figure), figures(theirs, figure));
    }

    static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        return Ratio.median(figures(rounds, figure));
    }

    static Defects defects(List<Measurement> rounds) {
        return rounds.stream().map(Measurement::defects).reduce(Defects.NONE, Defects::and);
    }

    private static List<Double> figures(List<Measurement> rounds, ToDoubleFunction<Measurement> figure) {
        return rounds.stream().map(figure::applyAsDouble).toList();
    }
}
