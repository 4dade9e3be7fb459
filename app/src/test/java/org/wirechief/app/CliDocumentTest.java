package org.wirechief.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

/// docs/cli.md tells of every subcommand and option, with an example of each. That the examples are
/// right is for a scenario of `it`, which runs them.
class CliDocumentTest {
    private final String document = Files.readString(Path.of("..", "docs", "cli.md"));

    CliDocumentTest() throws IOException {}

    static Stream<Subcommand> subcommands() {
        return Main.table().stream();
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void tellsHowItIsUsed(Subcommand subcommand) {
        String section = section("## chief " + subcommand.name() + "\n");
        for (Option option : subcommand.options()) {
            if (!option.equals(Subcommand.HELP)) {
                assertThat(section).contains(option.spelling());
            }
        }
        for (String synopsis : subcommand.synopses()) {
            assertThat(section).contains(("chief " + subcommand.name() + " " + synopsis).strip() + "\n");
        }
        assertThat(examples(subcommand)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void hasAnExampleOfEveryOption(Subcommand subcommand) {
        for (Option option : subcommand.options()) {
            assertThat(examples(subcommand))
                    .as("chief %s %s", subcommand.name(), option.spelling())
                    .anyMatch(line -> isIn(line, option));
        }
    }

    @Test
    void tellsEveryExitCode() {
        for (ExitCode exit : ExitCode.values()) {
            assertThat(document).contains("| " + exit.code() + " | " + exit.meaning() + " |\n");
        }
    }

    /// Lines that call it, in blocks whose lines are run.
    private List<String> examples(Subcommand subcommand) {
        boolean isCall = subcommand.name().equals("call");
        return section("## chief " + subcommand.name() + "\n")
                .lines()
                .filter(line -> line.startsWith("$ "))
                .filter(line -> line.matches(".*\\bchief " + subcommand.name() + "( .*)?")
                        || (isCall && line.matches(".*\\bchief -.*")))
                .toList();
    }

    private static boolean isIn(String line, Option option) {
        return Arrays.stream(line.split(" "))
                .anyMatch(word -> (!option.letter().isEmpty() && word.equals("-" + option.letter()))
                        || (!option.name().isEmpty() && word.matches("--" + option.name() + "(=.*)?")));
    }

    /// A section with those below it.
    private String section(String heading) {
        int from = document.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        String level = heading.substring(0, heading.indexOf(' ') + 1);
        int to = document.indexOf("\n" + level, from + heading.length());
        return document.substring(from, to < 0 ? document.length() : to);
    }
}
