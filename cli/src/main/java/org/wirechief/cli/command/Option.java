package org.wirechief.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option of a subcommand, as data: for the parser, help, completion and the manual.
///
/// @param letter what stands behind one dash, or empty
/// @param name what stands behind two dashes, or empty
/// @param valueName what help calls its value, `ADDRESS`; empty when it takes none
/// @param choices the values allowed, in the order help lists them; empty when any is
/// @param help one line, without a full stop
public record Option(String letter, String name, String valueName, List<String> choices, String help) {
    /// @throws IllegalArgumentException when it has neither letter nor name
    public Option {
        choices = List.copyOf(choices);
        if (letter.isEmpty() && name.isEmpty()) {
            throw new IllegalArgumentException("an option has a letter or a name");
        }
    }

    /// An option as help spells it: `-s, --node ADDRESS`, `--version`, `-v`.
    public static Option of(String spelling, String help) {
        String letter = "";
        String name = "";
        String valueName = "";
        for (String word : spelling.replace(",", "").split(" ")) {
            if (word.startsWith("--")) {
                name = word.substring(2);
            } else if (word.startsWith("-")) {
                letter = word.substring(1);
            } else {
                valueName = word;
            }
        }
        return new Option(letter, name, valueName, List.of(), help);
    }

    /// The same option with these values allowed only.
    public Option among(List<String> values) {
        return new Option(letter, name, valueName, values, help);
    }

    /// Written out: what a record brings is linked at run time, 10 ms of a call (docs/adr/0006).
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Option option
                && letter.equals(option.letter)
                && name.equals(option.name)
                && valueName.equals(option.valueName)
                && choices.equals(option.choices)
                && help.equals(option.help);
    }

    @Override
    public int hashCode() {
        return 31 * letter.hashCode() + name.hashCode();
    }

    public boolean takesValue() {
        return !valueName.isEmpty();
    }

    /// As help and messages spell it: `-s, --node ADDRESS`.
    public String spelling() {
        String both = letter.isEmpty() || name.isEmpty() ? "" : ", ";
        return (letter.isEmpty() ? "" : "-" + letter)
                + both
                + (name.isEmpty() ? "" : "--" + name)
                + (takesValue() ? " " + valueName : "");
    }
}
