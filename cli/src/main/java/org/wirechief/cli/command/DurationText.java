package org.wirechief.cli.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as operators write them: `5`, `5s`, `0.5s`, `200ms`, `2m`, `1h`; without a unit,
/// seconds.
public final class DurationText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)?");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

    private DurationText() {}

    /// Reads one that is longer than nothing.
    ///
    /// @param what who has it, for the message: `--timeout`
    public static Duration parse(String what, String text) throws UsageError {
        Matcher found = FORM.matcher(text);
        Duration duration = found.matches() ? duration(found) : Duration.ZERO;
        if (!duration.isPositive()) {
            throw new UsageError(what + " '" + text + "' is no duration over 0: write 5s, 200ms, 2m or 1h");
        }
        return duration;
    }

    private static Duration duration(Matcher found) {
        String unit = found.group(2) == null ? "s" : found.group(2);
        BigDecimal seconds = switch (unit) {
            case "ms" -> new BigDecimal("0.001");
            case "m" -> BigDecimal.valueOf(60);
            case "h" -> BigDecimal.valueOf(3600);
            default -> BigDecimal.ONE;
        };
        BigDecimal nanos = new BigDecimal(found.group(1)).multiply(seconds).multiply(NANOS);
        return Duration.ofNanos(
                nanos.min(BigDecimal.valueOf(Long.MAX_VALUE / 4)).longValue());
    }
}
