package org.wirechief.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How a server's processor time is divided.
///
/// @param samples of each part; parts without any are left out
/// @param functions samples of each function outside the kernel, by its name and file
/// @param cpuMicros processor time a request
record Profile(Map<Part, Long> samples, Map<String, Long> functions, double cpuMicros) {
    Profile {
        samples = Map.copyOf(samples);
        functions = Map.copyOf(functions);
    }

    static Profile of(List<PerfScript.Sample> all, double cpuMicros) {
        Map<Part, Long> samples = new EnumMap<>(Part.class);
        Map<String, Long> functions = new HashMap<>();
        for (PerfScript.Sample sample : all) {
            samples.merge(Part.of(sample), 1L, Long::sum);
            sample.frames().stream()
                    .limit(1)
                    .filter(frame -> !frame.isKernel())
                    .forEach(frame -> functions.merge(frame.symbol() + " (" + frame.file() + ")", 1L, Long::sum));
        }
        return new Profile(samples, functions, cpuMicros);
    }

    long count() {
        return samples.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Processor time of a part a request.
    double micros(Part part) {
        return micros(samples.getOrDefault(part, 0L));
    }

    private double micros(long some) {
        return cpuMicros * some / Math.max(1, count());
    }

    /// The functions outside the kernel that take most, a line of a Markdown list each.
    String heaviest(int most) {
        return functions.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(each -> "- " + text(micros(each.getValue())) + " `" + each.getKey() + "`\n")
                .collect(Collectors.joining());
    }

    /// Two side by side as a Markdown table, in microseconds of processor time a request.
    static String table(Profile ours, Profile theirs) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("us of processor time a request", "ours", "Kamailio"));
        for (Part part : Part.values()) {
            if (ours.samples.containsKey(part) || theirs.samples.containsKey(part)) {
                lines.add(List.of(part.text(), text(ours.micros(part)), text(theirs.micros(part))));
            }
        }
        lines.add(List.of("all", text(ours.cpuMicros), text(theirs.cpuMicros)));
        return Markdown.table(lines);
    }

    private static String text(double micros) {
        return String.format(Locale.ROOT, "%.3f", micros);
    }
}
