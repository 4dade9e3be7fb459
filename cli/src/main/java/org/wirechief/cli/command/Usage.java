package org.wirechief.cli.command;

import java.util.List;

/// Help as text, made of the table.
public final class Usage {
    private static final int WIDTH = 80;

    private Usage() {}

    /// What `chief help` prints.
    public static String of(List<Subcommand> table) {
        StringBuilder text = new StringBuilder();
        text.append("usage: chief SUBCOMMAND [WORD...]\n");
        text.append("       chief -s ADDRESS METHOD [ARG...]   short for chief call\n\n");
        int width = table.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        for (Subcommand subcommand : table) {
            entry(text, subcommand.name(), width, subcommand.summary());
        }
        return text.append("\nchief help SUBCOMMAND tells more, chief --version which one this is.\n")
                .toString();
    }

    /// What `chief help NAME` prints.
    public static String of(Subcommand subcommand) {
        StringBuilder text = new StringBuilder();
        synopses(text, subcommand);
        text.append('\n');
        wrapped(text, "", "chief " + subcommand.name() + " " + subcommand.summary() + ".");
        for (String paragraph : subcommand.description()) {
            text.append('\n');
            wrapped(text, "", paragraph);
        }
        options(text, subcommand);
        if (!subcommand.environment().isEmpty()) {
            text.append("\nenvironment:\n");
            for (Subcommand.Variable variable : subcommand.environment()) {
                entry(text, variable.name(), 20, variable.help());
            }
        }
        if (!subcommand.examples().isEmpty()) {
            text.append("\nexamples:\n");
            for (Example example : subcommand.examples()) {
                text.append("  ").append(example.line()).append('\n');
                wrapped(text, "      ", example.explanation());
            }
        }
        exits(text, subcommand);
        return text.toString();
    }

    private static void synopses(StringBuilder text, Subcommand subcommand) {
        String lead = "usage: ";
        for (String synopsis : subcommand.synopses()) {
            text.append((lead + "chief " + subcommand.name() + " " + synopsis).stripTrailing());
            text.append('\n');
            lead = "       ";
        }
    }

    private static void options(StringBuilder text, Subcommand subcommand) {
        if (subcommand.readsItsWords() && subcommand.options().isEmpty()) {
            return;
        }
        text.append("\noptions:\n");
        for (Option option : subcommand.options()) {
            String choices = option.choices().isEmpty() ? "" : ": " + String.join(", ", option.choices());
            entry(text, option.spelling(), 24, option.help() + choices);
        }
        if (!subcommand.readsItsWords()) {
            entry(text, Subcommand.HELP.spelling(), 24, Subcommand.HELP.help());
        }
    }

    private static void exits(StringBuilder text, Subcommand subcommand) {
        if (!subcommand.ownExit().isEmpty()) {
            text.append("\nexit codes:\n");
            wrapped(text, "  ", subcommand.ownExit());
        } else if (!subcommand.exitCodes().isEmpty()) {
            text.append("\nexit codes:\n");
            for (ExitCode exit : subcommand.exitCodes()) {
                entry(text, Integer.toString(exit.code()), 2, exit.meaning());
            }
        }
    }

    /// A word and what it means, in two columns.
    private static void entry(StringBuilder text, String word, int width, String meaning) {
        String indent = " ".repeat(width + 4);
        StringBuilder column = new StringBuilder();
        wrapped(column, indent, meaning);
        text.append("  ").append(word);
        if (word.length() > width) {
            text.append('\n').append(column);
        } else {
            text.append(" ".repeat(width - word.length() + 2)).append(column, indent.length(), column.length());
        }
    }

    private static void wrapped(StringBuilder text, String indent, String words) {
        int column = 0;
        for (String word : words.split("\\s+")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? indent : " ").append(word);
            column += word.length() + (column == 0 ? indent.length() : 1);
        }
        text.append('\n');
    }
}
