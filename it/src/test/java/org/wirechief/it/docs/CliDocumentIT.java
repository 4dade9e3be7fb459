package org.wirechief.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.cli.CliReference;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.core.CommandSpec;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;

/// docs/cli.md tells of every subcommand and option, and what it shows is what happens.
class CliDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "cli.md");
    private static final String RUN = "/run/demo";

    private static TempFolder folder;
    private static Wirechief server;

    @BeforeAll
    static void start() throws IOException {
        folder = TempFolder.create();
        server = Wirechief.builder()
                .command(CommandSpec.named("demo.slow").blocking().run((_, _) -> Thread.sleep(60_000)))
                .endpoint(Ctl.listening("unixs:" + folder.resolve("ctl"), "unixd:" + folder.resolve("d")))
                .start();
        Path chief = folder.resolve("chief");
        Files.writeString(chief, """
                #!/bin/sh
                export LC_ALL=C.UTF-8
                exec '%s' --module-path '%s' --enable-native-access=org.wirechief.net \\
                    --module org.wirechief.app/org.wirechief.app.Main "$@"
                """.formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Path.of("..", "app", "target", "modules").toRealPath()));
        assertThat(chief.toFile().setExecutable(true)).isTrue();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        folder.close();
    }

    static List<ConsoleExample> showsWhatHappens() throws IOException {
        return ConsoleExample.of(DOCUMENT);
    }

    @ParameterizedTest
    @MethodSource
    void showsWhatHappens(ConsoleExample example) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(
                        "sh", "-c", example.line().replace(RUN, folder.path().toString()) + "\n")
                .directory(folder.path().toFile());
        shell.environment().put("PATH", folder.path() + ":" + System.getenv("PATH"));
        shell.environment().put("XDG_RUNTIME_DIR", folder.path().toString());
        shell.environment().keySet().removeAll(List.of("CHIEF_NODE", "NO_COLOR"));
        // as a terminal shows it
        shell.redirectErrorStream(true);

        Outcome outcome = Outcome.of(shell, "");

        assertThat(outcome.stdout().replace(folder.path().toString(), RUN)).matches(example.pattern());
        assertThat(outcome.exit()).isEqualTo(example.exit());
    }

    static Stream<Subcommand> everythingIsTold() {
        return CliReference.subcommands().stream();
    }

    @ParameterizedTest
    @MethodSource
    void everythingIsTold(Subcommand subcommand) throws IOException {
        String document = Files.readString(DOCUMENT);
        String section = section(document, "## chief " + subcommand.name() + "\n");
        for (Option option : subcommand.options()) {
            assertThat(section).as(option.spelling()).contains(option.spelling());
        }
        for (String synopsis : subcommand.synopses()) {
            assertThat(section).contains(("chief " + subcommand.name() + " " + synopsis).strip() + "\n");
        }
        assertThat(ConsoleExample.of(DOCUMENT))
                .as("examples of " + subcommand.name())
                .anyMatch(example -> example.line().contains("chief " + subcommand.name()));
    }

    @Test
    void everyOptionOfCallHasAnExample() throws IOException {
        String document = Files.readString(DOCUMENT);
        Subcommand call = everythingIsTold()
                .filter(s -> s.name().equals("call"))
                .findFirst()
                .orElseThrow();
        for (Option option : call.options()) {
            assertThat(section(document, "### " + option.spelling() + "\n")).contains("```console\n$ ");
        }
    }

    @Test
    void everyExitCodeIsTold() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (ExitCode exit : ExitCode.values()) {
            assertThat(document).contains("| " + exit.code() + " | " + exit.meaning() + " |\n");
        }
    }

    /// A section with those below it.
    private static String section(String document, String heading) {
        int from = document.indexOf(heading);
        assertThat(from).as(heading).isNotNegative();
        String level = heading.substring(0, heading.indexOf(' ') + 1);
        int to = document.indexOf("\n" + level, from + heading.length());
        return document.substring(from, to < 0 ? document.length() : to);
    }
}
