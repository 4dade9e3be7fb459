package org.wirechief.cli.kamcmd;

import java.io.IOException;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.Usage;
import org.wirechief.cli.words.OperandBytes;

/// `chief kamcmd`.
public final class KamcmdCommand {
    private static final int FAILED = 255;

    private KamcmdCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("kamcmd")
                .summary("does what Kamailio's kamcmd does: same options, output and exit codes")
                .synopsis("[OPTION...] [METHOD [ARG...]]")
                .paragraph("Without a METHOD it reads commands from standard input, a line each; at a terminal TAB"
                        + " completes them. An ARG that is a"
                        + " number is sent as one, s: in front makes it text. Options may stand anywhere before --,"
                        + " which also has to stand before a negative number.")
                .paragraph("ADDRESS is [PROTO:]NAME[:PORT], PROTO one of unixs, unixd, tcp, udp. Beside METHODs"
                        + " there are ps, psx, list, ls, ver, version, who, listen, dns_mem_info, dns_debug,"
                        + " dns_debug_all, help, quit, exit, warranty and license.")
                .option(Option.of("-s ADDRESS", "where the node is, if not " + KamcmdOptions.DEFAULT_ADDRESS))
                .option(Option.of("-R NAME", "the file a unixd node answers to, if not a fresh one"))
                .option(Option.of("-D DIR", "where the fresh one is made, if not /tmp"))
                .option(Option.of("-f FORMAT", "print the values of an answer into FORMAT at each %v"))
                .option(Option.of("-U", "a NAME alone is a UDP host, not a path"))
                .option(Option.of("-v", "end answers with a dot; twice, show headers; thrice, all bytes"))
                .option(Option.of("-V", "print the version and do nothing else"))
                .option(Option.of("-h", "print this help and do nothing else"))
                .example("chief kamcmd -s tcp:127.0.0.1:2049 core.uptime", "over TCP")
                .example("chief kamcmd ps", "an alias with a format of its own")
                .example("chief kamcmd -- core.printi -5", "a negative number")
                .exitsLike(
                        "0, also after a fault, which is printed on standard output; 255 after any other failure",
                        FAILED)
                .readsItsWords()
                .run(KamcmdCommand::run);
    }

    private static int run(Invocation invocation) throws IOException {
        Stdio stdio = invocation.stdio();
        KamcmdOutput output = new KamcmdOutput(stdio, 0);
        try {
            KamcmdOptions options = KamcmdOptions.parse(invocation.line().operands(), stdio.environment());
            return switch (options.shows()) {
                case HELP -> {
                    output.print(KamcmdTexts.VERSION + Usage.of(describe()));
                    yield 0;
                }
                case VERSION -> {
                    output.print(KamcmdTexts.VERSION + KamcmdTexts.COMPILED);
                    yield 0;
                }
                case ANSWERS -> run(options, new KamcmdOutput(stdio, options.verbosity()), stdio);
            };
        } catch (KamcmdError e) {
            output.tell(e);
            return FAILED;
        }
    }

    private static int run(KamcmdOptions options, KamcmdOutput output, Stdio stdio) throws KamcmdError, IOException {
        try (KamcmdConnection connection = KamcmdConnection.open(options)) {
            KamcmdSession session = new KamcmdSession(connection, output, options.format());
            if (options.words().isEmpty()) {
                return new KamcmdShell(session, output, stdio).run();
            }
            session.run(OperandBytes.of(options.words()));
            return 0;
        }
    }
}
