package org.wirechief.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Ours divided by theirs, over several rounds.
///
/// @param ofMedians the median of ours by the median of theirs; NaN or infinite where theirs is 0
/// @param least the least of the rounds' own ratios
/// @param most the greatest of them
record Ratio(double ofMedians, double least, double most) {

    /// @param ours one value a round
    /// @param theirs as many
    static Ratio of(List<Double> ours, List<Double> theirs) {
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            throw new IllegalArgumentException(ours.size() + " rounds against " + theirs.size());
        }
        double[] each = IntStream.range(0, ours.size())
                .mapToDouble(i -> ours.get(i) / theirs.get(i))
                .sorted()
                .toArray();
        return new Ratio(median(ours) / median(theirs), each[0], each[each.length - 1]);
    }

    /// The middle value; of an even number, the mean of the two in the middle.
    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// For example `1.24 (1.10..1.31)`.
    @Override
    public String toString() {
        return number(ofMedians) + " (" + number(least) + ".." + number(most) + ")";
    }

    /// Two decimals below 10, one beyond.
    static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, value < 9.995 ? "%.2f" : "%.1f", value) : "-";
    }
}
