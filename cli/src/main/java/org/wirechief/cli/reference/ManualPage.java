package org.wirechief.cli.reference;

import java.util.List;
import org.wirechief.cli.command.Example;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

/// The manual page as `man` reads it (man(7)), made of the table.
final class ManualPage {
    private final StringBuilder text = new StringBuilder();

    private ManualPage() {}

    static String of(List<Subcommand> table) {
        var page = new ManualPage();
        page.head(table);
        table.forEach(page::subcommand);
        page.exitStatus();
        return page.text.toString();
    }

    private void head(List<Subcommand> table) {
        macro(".TH CHIEF 1 \"\" Wirechief \"Wirechief manual\"");
        macro(".SH NAME");
        line("chief - the management plane for SIP servers and JVM programs");
        macro(".SH SYNOPSIS");
        line("chief SUBCOMMAND [WORD...]");
        macro(".br");
        line("chief -s ADDRESS METHOD [ARG...]");
        macro(".SH DESCRIPTION");
        line("Runs a server with the management doors that operators of SIP servers know, and calls the doors of"
                + " this and of other servers.");
        for (Subcommand subcommand : table) {
            entry("chief " + subcommand.name(), subcommand.summary());
        }
        macro(".SH SUBCOMMANDS");
    }

    private void subcommand(Subcommand subcommand) {
        macro(".SS chief " + subcommand.name());
        for (String synopsis : subcommand.synopses()) {
            macro(".B " + escaped("chief " + subcommand.name()));
            if (!synopsis.isEmpty()) {
                line(synopsis);
            }
            macro(".br");
        }
        subcommand.description().forEach(this::paragraph);
        for (Option option : subcommand.options()) {
            String choices = option.choices().isEmpty() ? "" : ": " + String.join(", ", option.choices());
            entry(option.spelling(), option.help() + choices);
        }
        for (Subcommand.Variable variable : subcommand.environment()) {
            entry("$" + variable.name(), variable.help());
        }
        subcommand.examples().forEach(this::example);
        if (!subcommand.ownExit().isEmpty()) {
            paragraph("Exit codes: " + subcommand.ownExit());
        }
    }

    private void example(Example example) {
        macro(".TP");
        macro(".B " + escaped(example.line()));
        line(example.explanation());
    }

    private void exitStatus() {
        macro(".SH EXIT STATUS");
        for (ExitCode exit : ExitCode.values()) {
            entry(Integer.toString(exit.code()), exit.meaning());
        }
        macro(".SH SEE ALSO");
        line("kamcmd(8), kamailio(8)");
    }

    private void paragraph(String words) {
        macro(".PP");
        line(words);
    }

    private void entry(String word, String meaning) {
        macro(".TP");
        macro(".B " + escaped(word));
        line(meaning);
    }

    private void macro(String words) {
        text.append(words).append('\n');
    }

    /// A line of text: one that begins with a dot or a quote is no macro.
    private void line(String words) {
        String first = words.startsWith(".") || words.startsWith("'") ? "\\&" : "";
        text.append(first).append(escaped(words)).append('\n');
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("\"", "\\(dq")
                .replaceAll("\\s+", " ");
    }
}
