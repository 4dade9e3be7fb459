package org.wirechief.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words behind a subcommand, told apart.
///
/// Options may stand before, between and behind operands, `--` ends them. A value stands in the
/// next word or right behind its option (`-sADDRESS`, `--node=ADDRESS`); letters without values may
/// share a dash. A word such as `-5` is a number, not an option, unless there is an option of that
/// letter.
///
/// @param given every option that was given, with its values in order (an empty text for one that
///     takes none)
/// @param operands the words that are no options
public record CommandLine(Map<Option, List<String>> given, List<String> operands) {
    public CommandLine {
        given = Map.copyOf(given);
        operands = List.copyOf(operands);
    }

    /// Reads words that are all operands.
    public static CommandLine ofOperands(List<String> words) {
        return new CommandLine(Map.of(), words);
    }

    /// Reads words with these options allowed.
    ///
    /// @throws UsageError for an option that is unknown, lacks its value or has one that is not
    ///     allowed
    public static CommandLine parse(List<Option> known, List<String> words) throws UsageError {
        return new Parser(known, words).parse();
    }

    public boolean has(Option option) {
        return given.containsKey(option);
    }

    /// How often an option was given.
    public int count(Option option) {
        return given.getOrDefault(option, List.of()).size();
    }

    /// The value of an option; of several the last.
    public Optional<String> value(Option option) {
        return Optional.ofNullable(given.get(option)).map(List::getLast);
    }

    private static final class Parser {
        private final List<Option> known;
        private final List<String> words;
        private final Map<Option, List<String>> given = new HashMap<>();
        private final List<String> operands = new ArrayList<>();
        private int next;

        Parser(List<Option> known, List<String> words) {
            this.known = known;
            this.words = words;
        }

        CommandLine parse() throws UsageError {
            while (next < words.size()) {
                String word = words.get(next++);
                if (word.equals("--")) {
                    operands.addAll(words.subList(next, words.size()));
                    break;
                } else if (word.startsWith("--")) {
                    named(word);
                } else if (word.startsWith("-") && word.length() > 1 && !isNumber(word)) {
                    letters(word);
                } else {
                    operands.add(word);
                }
            }
            return new CommandLine(given, operands);
        }

        private boolean isNumber(String word) {
            char first = word.charAt(1);
            return (Character.isDigit(first) || first == '.')
                    && find(word.substring(1, 2)).isEmpty();
        }

        private void named(String word) throws UsageError {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
            Option option = known.stream()
                    .filter(o -> o.name().equals(name) && !name.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new UsageError("there is no option --" + name));
            if (!option.takesValue() && equals >= 0) {
                throw new UsageError("--" + name + " takes no value, and " + word + " gives it one");
            }
            add(option, equals < 0 ? valueOf(option, "--" + name) : word.substring(equals + 1));
        }

        private void letters(String word) throws UsageError {
            int at = 1;
            while (at < word.length()) {
                String letter = word.substring(at, word.offsetByCodePoints(at, 1));
                Option option = find(letter).orElseThrow(() -> unknown(letter, word));
                at += letter.length();
                if (option.takesValue() && at < word.length()) {
                    add(option, word.substring(at));
                    return;
                }
                add(option, valueOf(option, "-" + letter));
            }
        }

        private static UsageError unknown(String letter, String word) {
            String where = word.length() == letter.length() + 1 ? "" : " (in " + word + ")";
            return new UsageError("there is no option -" + letter + where);
        }

        private Optional<Option> find(String letter) {
            return known.stream().filter(o -> o.letter().equals(letter)).findFirst();
        }

        /// The word behind an option that takes a value.
        private String valueOf(Option option, String spelled) throws UsageError {
            if (!option.takesValue()) {
                return "";
            }
            if (next == words.size()) {
                throw new UsageError(spelled + " needs a value: " + spelled + " " + option.valueName());
            }
            return words.get(next++);
        }

        private void add(Option option, String value) throws UsageError {
            if (!option.choices().isEmpty() && !option.choices().contains(value)) {
                String spelled = option.name().isEmpty() ? "-" + option.letter() : "--" + option.name();
                throw new UsageError(spelled + " '" + value + "': allowed are " + String.join(", ", option.choices()));
            }
            given.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
        }
    }
}
