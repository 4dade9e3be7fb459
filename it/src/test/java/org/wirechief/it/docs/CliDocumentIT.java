package org.wirechief.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.event.EventType;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.it.live.FreePort;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.TempFolder;
import org.wirechief.server.Wirechief;

/// What docs/cli.md shows is what happens. That it tells everything is for a test of `app`, which
/// knows every subcommand.
class CliDocumentIT {
    private static final Path DOCUMENT = Path.of("..", "docs", "cli.md");
    private static final String RUN = "/run/demo";
    /// What `chief hep` listens at when nothing is told; another program may have it.
    private static final String PORT = "9060";

    private static TempFolder folder;
    private static String port = PORT;
    private static Wirechief server;
    private static Wirechief openSips;

    @BeforeAll
    static void start() throws IOException {
        folder = TempFolder.create();
        port = Integer.toString(FreePort.tcp());
        server = Wirechief.builder()
                .command(CommandSpec.named("demo.slow").blocking().run((_, _) -> Thread.sleep(60_000)))
                .endpoint(Ctl.listening("unixs:" + folder.resolve("ctl"), "unixd:" + folder.resolve("d")))
                .start();
        openSips = Wirechief.builder()
                .event(EventType.named("E_DEMO"))
                .endpoint(MiDatagram.listening(folder.resolve("mi").toString()))
                .endpoint(EventDatagram.json())
                .endpoint(MiFifo.at(folder.resolve("fifo").toString())
                        .replyDir(Files.createDirectory(folder.resolve("r")).toString()))
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
        openSips.close();
        folder.close();
    }

    static List<ConsoleExample> showsWhatHappens() throws IOException {
        return ConsoleExample.of(DOCUMENT);
    }

    @ParameterizedTest
    @MethodSource
    void showsWhatHappens(ConsoleExample example) throws IOException, InterruptedException {
        String line = example.line().replace(RUN, folder.path().toString()).replace(PORT, port);
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line + "\n")
                .directory(folder.path().toFile());
        Path tools = Path.of(System.getProperty("java.home"), "bin");
        shell.environment().put("PATH", folder.path() + ":" + tools + ":" + System.getenv("PATH"));
        shell.environment().put("XDG_RUNTIME_DIR", folder.path().toString());
        shell.environment().keySet().removeAll(List.of("CHIEF_NODE", "NO_COLOR"));
        // as a terminal shows it
        shell.redirectErrorStream(true);

        Outcome outcome = Outcome.of(shell, "");

        assertThat(outcome.stdout().replace(folder.path().toString(), RUN).replace(port, PORT))
                .matches(example.pattern());
        assertThat(outcome.exit()).isEqualTo(example.exit());
    }
}
