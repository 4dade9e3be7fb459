package org.wirechief.cli.reference;

import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

/// What a shell can offer for a word that is no option.
enum Operands {
    METHODS,
    FILES,
    NONE;

    /// By the words of the synopses.
    static Operands of(Subcommand subcommand) {
        String synopses = String.join(" ", subcommand.synopses());
        if (synopses.contains("METHOD")) {
            return METHODS;
        }
        // The FILE of an option is not an operand.
        return synopses.replaceAll("-\\S+ FILE", "").contains("FILE") ? FILES : NONE;
    }

    /// Whether the value of an option is a file.
    static boolean isFile(Option option) {
        return option.valueName().equals("FILE") || option.valueName().equals("DIR");
    }
}
