package org.wirechief.it.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirechief.client.Client;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.ParamType;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.kamcmd.Terminal;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.MiServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.live.RawStream;
import org.wirechief.it.live.TempFolder;

/// `chief shell` at a terminal and fed by a pipe.
class ShellIT {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String CTRL_R = "\u0012";
    private static final String BACKSPACE = "\u007f";
    private static final String CTRL_P = "\u0010";

    /// The last that the line editor shows before a line is done: no more bracketed paste.
    private static final String ANSWER = "\u001b[?2004l";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answering = new CountDownLatch(1);
    private TempFolder folder;
    private LiveServer server;

    @BeforeEach
    void start() throws IOException {
        folder = TempFolder.create();
        CommandSpec wait = CommandSpec.named("test.wait").blocking().run((_, reply) -> {
            asked.countDown();
            reply.add(Boolean.toString(answering.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS)));
        });
        CommandSpec much = CommandSpec.named("test.long")
                .summary("Answers more than a screen.")
                .run((_, reply) -> IntStream.rangeClosed(1, 100).forEach(n -> reply.add("line " + n)));
        server = LiveServer.start(builder -> builder.command(wait).command(much));
    }

    @AfterEach
    void stop() throws IOException {
        answering.countDown();
        server.close();
        folder.close();
    }

    private String address() {
        return server.address("unixs");
    }

    private Terminal shell() throws IOException {
        Terminal terminal = starting();
        prompt(terminal);
        return terminal;
    }

    private Terminal starting() throws IOException {
        // The pseudo terminal of script has no size by itself.
        return Terminal.running("stty rows 40 cols 160; TERM=xterm " + Chief.shellWords() + " shell --color never -s "
                + address() + " --history " + folder.resolve("history"));
    }

    private void prompt(Terminal terminal) {
        terminal.shows(address() + "> ");
    }

    @Test
    void completesCallsAndEnds() throws Exception {
        try (Terminal terminal = shell()) {
            // The words of the node come a moment after the prompt.
            terminal.type("core.upti");
            for (int i = 0; i < 20; i++) {
                terminal.type("\t");
                Thread.sleep(100);
            }
            terminal.type("\r");
            terminal.shows("up_since: ");
            prompt(terminal);

            terminal.type("no.such\r");
            terminal.shows("error: 500 - command no.such not found");
            prompt(terminal);

            terminal.type(CTRL_D);
            assertThat(terminal.exit()).isZero();
        }
        assertThat(folder.resolve("history")).content().contains("core.uptime", "no.such");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("history"))))
                .isEqualTo("rw-------");
    }

    @Test
    void remembersTheLinesOfBefore() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("core.echo kept-line\r");
            terminal.shows("kept-line");
            prompt(terminal);
            terminal.type("quit\r");
            assertThat(terminal.exit()).isZero();
        }
        try (Terminal terminal = shell()) {
            terminal.type(CTRL_P + CTRL_P);
            terminal.shows("core.echo kept-line");
            terminal.type("\r");
            terminal.shows("kept-line");
            prompt(terminal);

            terminal.type("core.echo other\r");
            prompt(terminal);
            terminal.type(CTRL_R + "kept\r");
            terminal.shows("kept-line\r\n");
            prompt(terminal);
        }
    }

    @Test
    void goesOnWithoutTheLinesOfBeforeWhereTheyCannotBeRead() throws Exception {
        Files.write(folder.resolve("history"), new byte[] {(byte) 0xFF, '\n'});
        try (Terminal terminal = starting()) {
            terminal.shows("cannot be read: it is no UTF-8");
            prompt(terminal);
            terminal.type("core.echo all-the-same\r");
            terminal.shows("all-the-same\r\n");
            prompt(terminal);
            terminal.type(CTRL_D);
            assertThat(terminal.exit()).isZero();
        }
    }

    @Test
    void linesThatCannotBeKeptAreNoFaultOfTheOutput() throws Exception {
        try (Terminal terminal = shell()) {
            Files.delete(folder.resolve("history"));
            Files.createDirectory(folder.resolve("history"));
            terminal.type("core.echo x\r");
            prompt(terminal);
            terminal.type(CTRL_D);
            terminal.shows("chief shell: lines could not be kept: ");
            assertThat(terminal.exit()).isZero();
        }
    }

    /// The words and the help of the node come a moment after they are asked for.
    @Test
    void tellsWhatAMethodDoesWhileItIsTyped() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("test.long");
            Awaitility.await().atMost(RawStream.LIMIT).until(() -> {
                terminal.type(" " + BACKSPACE);
                return terminal.has("Answers more than a screen.");
            });
            // and leaves nothing of it in the line
            terminal.type("\r");
            terminal.shows("line 1\r\n");
        }
    }

    /// In MI `help` does, and where that has nothing `which`.
    @ParameterizedTest
    @CsvSource({"auto, help version, Answers name", "json, help version, Answers name", "json, help demo, one"})
    void tellsWhatAMethodOfMiDoes(String dialect, String line, String words) throws Exception {
        CommandSpec demo =
                CommandSpec.named("demo").optional("one", ParamType.TEXT).run((_, reply) -> reply.ok());
        try (MiServer mi = MiServer.start("unix", builder -> builder.command(demo), door -> door.dialect(dialect))) {
            String address = mi.address().replace("unixd:", "mi:");
            try (Terminal terminal = Terminal.running("stty rows 40 cols 160; TERM=xterm " + Chief.shellWords()
                    + " shell --color never -s " + address + " --history " + folder.resolve("history"))) {
                terminal.shows(address + "> ");
                terminal.type(line + "\r");
                terminal.shows(words);
                terminal.shows(address + "> ");
                terminal.type(line.replace("help ", ""));
                Awaitility.await().atMost(RawStream.LIMIT).until(() -> {
                    terminal.type(" " + BACKSPACE);
                    return terminal.has(words.equals("one") ? "takes nothing | one" : words);
                });
            }
        }
    }

    /// Of 40 rows: 39 lines, then one more, then a screen, then no more.
    @Test
    void showsLongAnswersAPageAtATime() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("test.long\r");
            terminal.shows("line 39\r\n");
            terminal.shows("-- more");
            assertThat(terminal.has("line 40")).isFalse();
            terminal.type("\r");
            terminal.shows("line 40\r\n");
            terminal.shows("-- more");
            terminal.type(" ");
            terminal.shows("line 79\r\n");
            terminal.shows("-- more");
            terminal.type("q");
            prompt(terminal);
            terminal.type("core.echo st\"ill-he\"re\r");
            terminal.shows("still-here");
            assertThat(terminal.has("line 80")).isFalse();
        }
    }

    @Test
    void ctrlCCancelsTheCallAndNotTheShell() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("test.wait\r");
            assertThat(asked.await(RawStream.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            terminal.type(CTRL_C);
            terminal.shows("cancelled; what was called may run all the same");
            prompt(terminal);

            terminal.type("half a line" + CTRL_C);
            prompt(terminal);
            // what is typed is not what is answered
            terminal.type("core.echo st\"ill-he\"re\r");
            terminal.shows("still-here");
            prompt(terminal);
        }
    }

    @Test
    void useGoesOnAtAnotherNode() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("use " + folder.resolve("none") + "\r");
            terminal.shows("there is no such file");
            prompt(terminal);
            terminal.type("use " + server.address("tcp") + "\r");
            terminal.shows(server.address("tcp") + "> ");
            terminal.type("ctl.who\r");
            terminal.shows("\ntcp\r\n");
        }
    }

    @Test
    void watchCallsAgainUntilCtrlC() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("watch 0.1 core.echo again\r");
            for (int i = 0; i < 3; i++) {
                terminal.shows("again");
            }
            terminal.type(CTRL_C);
            prompt(terminal);
        }
    }

    /// Of 40 rows: a title, an empty one, 36 lines, how many more there are, and the cursor's.
    @Test
    void watchCutsWhatIsLongerThanTheScreen() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("watch 0.1 test.long\r");
            for (int i = 0; i < 3; i++) {
                terminal.shows("test.long\r\n\r\nline 1\r\n");
                terminal.shows("line 36\r\n-- 64 more lines\r\n");
            }
            terminal.type(CTRL_C);
            prompt(terminal);
            assertThat(terminal.hasShown("line 37")).isFalse();
        }
    }

    @Test
    void ctrlCEndsTheAnswerAtThePager() throws Exception {
        try (Terminal terminal = shell()) {
            terminal.type("test.long\r");
            terminal.shows("-- more");
            terminal.type(CTRL_C);
            prompt(terminal);
            terminal.type("core.echo st\"ill-he\"re\r");
            terminal.shows("still-here");
            assertThat(terminal.hasShown("line 40")).isFalse();
        }
    }

    /// The shell's own commands, groups of settings and of counters, and what is in them: what is
    /// answered shows what was completed.
    @Test
    void completesMoreThanMethods() throws Exception {
        String most;
        try (Client client = Client.connect(address())) {
            most = Long.toString(
                    client.call("cfg.get", "ctl", "max_connections").asLong());
        }
        try (Terminal terminal = shell()) {
            wordsOfTheNode(terminal);
            terminal.type("cfg.get ct\tmax_c\t\r");
            terminal.shows(ANSWER + most + "\r\n");
            prompt(terminal);
            terminal.type("cnt.get ct\tprotocol_e\t\r");
            terminal.shows(ANSWER + "0\r\n");
            prompt(terminal);
            terminal.type("outp\tcs\t\r");
            prompt(terminal);
            terminal.type("core.echo a\r");
            terminal.shows(ANSWER + "value\r\na\r\n");
        }
    }

    /// They come a moment after the prompt; the help of a method shows that it was completed.
    private void wordsOfTheNode(Terminal terminal) throws IOException {
        terminal.type("core.upti");
        Awaitility.await().atMost(RawStream.LIMIT).until(() -> {
            terminal.type("\t");
            return terminal.has("Tells since when");
        });
        terminal.type(CTRL_C);
        prompt(terminal);
    }

    @Test
    void readsLinesWhereThereIsNoTerminal() throws Exception {
        Path lines = Files.writeString(folder.resolve("lines"), """
                # a comment
                core.echo 'two words' 1
                output json
                core.echo 1
                use %s
                no.such
                quit
                core.echo never
                """.formatted(address()));

        Outcome outcome = Outcome.of(
                new ProcessBuilder("sh", "-c", Chief.shellWords() + " shell -s " + address() + " < " + lines), "");

        assertThat(outcome.stdout()).isEqualTo("two words\n1\n\"1\"\n");
        assertThat(outcome.stderr()).isEqualTo("error: 500 - command no.such not found\n");
        assertThat(outcome.exit()).isEqualTo(1);
    }

    @Test
    void bytesOfAPipeStayWhatTheyAre() throws Exception {
        String line =
                "printf 'core.echo \\351\\n' | " + Chief.shellWords() + " shell -s " + address() + " | od -An -tx1";

        Outcome outcome = Outcome.of(new ProcessBuilder("sh", "-c", line), "");

        assertThat(outcome).isEqualTo(new Outcome(0, " e9 0a\n", ""));
    }
}
