package org.wirechief.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A command line of `--name value` pairs and words, all of them known.
final class Options {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    /// @param known the options there are, without dashes
    /// @throws IllegalArgumentException naming the option that is not known or has no value
    Options(List<String> known, String... args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                words.add(args[i]);
                continue;
            }
            String name = args[i].substring(2);
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no option --" + name + "; there are --" + String.join(", --", known));
            }
            if (++i == args.length) {
                throw new IllegalArgumentException("--" + name + " needs a value");
            }
            values.put(name, args[i]);
        }
    }

    List<String> words() {
        return List.copyOf(words);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    long number(String name, long otherwise) {
        String text = values.get(name);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " " + text + ": a whole number is needed", e);
        }
    }

    /// @throws IllegalArgumentException when it is none of 32 bits
    int integer(String name, int otherwise) {
        long number = number(name, otherwise);
        if (number != (int) number) {
            throw new IllegalArgumentException("--" + name + " " + number + " is too large");
        }
        return (int) number;
    }

    /// A number of seconds, with a fraction if need be.
    Duration seconds(String name, double otherwise) {
        String text = values.getOrDefault(name, Double.toString(otherwise));
        try {
            return Duration.ofNanos(Math.round(Double.parseDouble(text) * 1e9));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " " + text + ": seconds are needed", e);
        }
    }
}
