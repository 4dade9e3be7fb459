package org.wirechief.it.kamcmd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirechief.it.chief.Chief;
import org.wirechief.it.live.LiveServer;
import org.wirechief.it.live.Outcome;
import org.wirechief.it.standin.StandIns;

/// `kamcmd` without a command, at a terminal and fed by a pipe.
class KamcmdInteractiveIT {
    private static final String PROMPT = "kamcmd> ";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_P = "\u0010";
    private static final String CTRL_D = "\u0004";

    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd", "udp", "tcp"})
    void completesRunsAndEnds(String transport) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl);
                Terminal terminal = open(server, transport)) {
            terminal.shows(PROMPT);

            terminal.type("core.ver\t");
            terminal.shows("core.version ");
            terminal.type("\r");
            terminal.shows("\r\nwirechief ");
            terminal.shows(PROMPT);

            terminal.type("no.such\r");
            terminal.shows("error: 500 - command no.such not found");
            terminal.shows(PROMPT);

            terminal.type(CTRL_D);
            assertThat(terminal.exit()).isZero();
        }
    }

    /// Where there are settings and counters it asks for them at its start and completes them too.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "help core.ver\tsion ",
                "system.methodHelp core.ver\tsion ",
                "cfg.get regis\ttrar ",
                "cfg.get core dns_udp\t_pref ",
                "cnt.get core fwd_rep\tlies "
            })
    void completesArguments(String keysAndCompletion) throws IOException, InterruptedException {
        String[] halves = keysAndCompletion.split("\t");
        try (LiveServer server = LiveServer.start(new StandIns()::addTo);
                Terminal terminal = open(server, "unixs")) {
            terminal.shows(PROMPT);

            terminal.type(halves[0] + "\t");
            terminal.shows(halves[0] + halves[1]);
        }
    }

    /// The settings and counters of a server as it is, over each carrier.
    @ParameterizedTest
    @CsvSource({
        "unixs, cfg.get ct, ctl ",
        "unixs, cfg.get ser, server ",
        "unixs, cfg.get ctl idle, idle_timeout ",
        "unixd, cfg.help server log, log_level ",
        "udp, cfg.set_now_int ctl max, max_connections ",
        "tcp, cfg.set_delayed_int ctl req, request_timeout ",
        "unixs, cnt.get ct, ctl ",
        "unixs, cnt.get ctl erro, errors ",
        "unixd, cnt.get_raw ctl requ, requests ",
        "udp, cnt.reset ctl bytes_i, bytes_in ",
        "tcp, cnt.help ctl accepte, accepted ",
        "unixs, cnt.grp_get_all ser, server ",
        "tcp, cnt.var_list ser, server ",
        "unixs, ? core.ec, core.echo ",
        "udp, liste, listen ",
        "unixd, vers, version "
    })
    void completesWhatThisServerHas(String transport, String typed, String completed)
            throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl);
                Terminal terminal = open(server, transport)) {
            terminal.shows(PROMPT);

            terminal.type(typed + "\t");
            terminal.shows(typed.substring(0, typed.lastIndexOf(' ') + 1) + completed.strip() + " ");
        }
    }

    /// `chief kamcmd` likewise; its line editor moves the cursor, so what is completed shows in
    /// what is answered.
    @ParameterizedTest
    @ValueSource(strings = {"unixs", "unixd", "udp", "tcp"})
    void oursCompletesRunsRemembersAndEnds(String transport) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.onEveryCarrier(builder -> builder, ctl -> ctl);
                Terminal terminal = ours(server, transport)) {
            terminal.shows("kamcmd 1.5");
            terminal.shows(PROMPT);
            terminal.type("core.ver\t\r");
            terminal.shows("wirechief ");
            terminal.shows(PROMPT);
            terminal.type("no.such\r");
            terminal.shows("error: 500 - command no.such not found");
            terminal.shows(PROMPT);
            terminal.type(CTRL_P + CTRL_P + "\r");
            terminal.shows("wirechief ");
            terminal.shows(PROMPT);
            terminal.type("? core.ec\t\r");
            terminal.shows("Answers its arguments");
            terminal.shows(PROMPT);
            terminal.type("cnt.help ct\terro\t\r");
            terminal.shows("answers that are a fault");
            terminal.shows(PROMPT);
            terminal.type("core.echo \"a b\" c\\\r");
            terminal.shows("\"a\r\nb\"\r\nc\\\r\n");
            terminal.shows(PROMPT);

            terminal.type(CTRL_D);
            assertThat(terminal.exit()).isZero();
        }
    }

    /// A shell shows 130 of the original, too.
    @Test
    void ctrlCEndsOurs() throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                Terminal terminal = ours(server, "unixs")) {
            terminal.shows(PROMPT);
            terminal.type("core.ver" + CTRL_C);
            assertThat(terminal.exit()).isEqualTo(130);
        }
    }

    @Test
    void aliasesAtThePrompt() throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(builder -> builder);
                Terminal terminal = open(server, "unixs")) {
            terminal.shows(PROMPT);
            for (String line : List.of(
                    "ps > ctl handler",
                    "ls > core.echo",
                    "who > [binrpc] unix_stream: <anonymous unix socket>  -> ",
                    "listen > [binrpc] tcp: 127.0.0.1 ",
                    "version > wirechief ")) {
                String[] typedAndShown = line.split(" > ");
                terminal.type(typedAndShown[0] + "\r");
                terminal.shows(typedAndShown[1]);
                terminal.shows(PROMPT);
            }
        }
    }

    /// What is read from a pipe is shown as at a terminal. The banner has four lines, in words of
    /// each program's own.
    @ParameterizedTest
    @EnumSource
    void commandsFromAPipe(Kamcmd kamcmd) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            List<String> words = List.of("-s", server.address("unixs"), "-f", "<%v>");
            String input = "core.echo a b\n\n  system.methodHelp  \nhelp ps\r\ncore.echo \"a b\"\nquit\nno.such\n";

            Outcome outcome = kamcmd.run(words, input);

            assertThat(outcome.exit()).isZero();
            assertThat(outcome.stderr()).isEmpty();
            assertThat(outcome.stdout()).startsWith("kamcmd 1.5\n");
            assertThat(outcome.stdout().substring(0, outcome.stdout().indexOf(PROMPT)))
                    .hasLineCount(4);
            assertThat(outcome.stdout().substring(outcome.stdout().indexOf(PROMPT)))
                    .isEqualTo("""
                            kamcmd> core.echo a b
                            <a><b>kamcmd>\s
                            kamcmd>   system.methodHelp \s
                            error: 400 - Method Name Expected
                            kamcmd> help ps
                            ps is an alias for core.ps with reply formatting: "%v\\t%v\\n"
                            kamcmd>\s
                            kamcmd> core.echo "a b"
                            <"a><b">kamcmd> quit
                            """);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfInputEndsIt(Kamcmd kamcmd) throws IOException, InterruptedException {
        try (LiveServer server = LiveServer.start(builder -> builder)) {
            Outcome outcome = kamcmd.run(List.of("-s", server.address("tcp")), "no.such\ncore.echo x");

            assertThat(outcome.stdout()).endsWith("""
                            kamcmd> no.such
                            error: 500 - command no.such not found
                            kamcmd> core.echo x
                            x
                            kamcmd>\s""");
            assertThat(outcome.exit()).isZero();
        }
    }

    private static Terminal ours(LiveServer server, String transport) throws IOException {
        // The pseudo terminal of script has no size by itself.
        return Terminal.running(
                "stty rows 40 cols 160; TERM=xterm " + Chief.shellWords() + " kamcmd -s " + server.address(transport));
    }

    private static Terminal open(LiveServer server, String transport) throws IOException {
        return Terminal.running(Kamcmd.path() + " -s " + server.address(transport));
    }
}
