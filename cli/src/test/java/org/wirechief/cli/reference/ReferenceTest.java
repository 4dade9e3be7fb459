package org.wirechief.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirechief.cli.CliReference;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;

class ReferenceTest {
    private final List<Subcommand> table = CliReference.subcommands();

    @Test
    void theManualHasEverySubcommandAndOption() {
        String page = ManualPage.of(table);

        for (Subcommand subcommand : table) {
            assertThat(page).contains(".SS chief " + subcommand.name() + "\n");
            for (Option option : subcommand.options()) {
                assertThat(page).contains(".B " + option.spelling().replace("-", "\\-") + "\n");
            }
        }
        assertThat(page).contains(".SH EXIT STATUS\n.TP\n.B " + ExitCode.SUCCESS.code() + "\n");
    }

    @Test
    void whatLooksLikeAMacroIsText() {
        Subcommand subcommand = Subcommand.named("x")
                .summary("y")
                .synopsis("-")
                .paragraph(".TH is \"no\" macro \\ here")
                .run(_ -> 0);

        assertThat(ManualPage.of(List.of(subcommand)))
                .contains("\n\\&.TH is \\(dqno\\(dq macro \\e here\n")
                .contains("\n\\-\n");
    }

    @Test
    void zshIsToldEverySubcommand() {
        String script = ZshCompletion.of(table);

        for (Subcommand subcommand : table) {
            assertThat(script)
                    .contains("        '" + subcommand.name() + ":")
                    .contains("\n        " + subcommand.name() + ")\n");
        }
        assertThat(script).contains("'(-o --output)'{-o+,--output=}'[").contains(":FORMAT:(text ");
    }
}
