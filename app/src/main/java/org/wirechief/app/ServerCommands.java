package org.wirechief.app;

import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.server.Standalone;

/// The subcommands that need the server: rows of the table, which the server reads the words of.
final class ServerCommands {
    private ServerCommands() {}

    static List<Subcommand> all() {
        return List.of(serve(), check(), demo());
    }

    private static Subcommand serve() {
        return Subcommand.named("serve")
                .summary("runs the server until TERM, INT or core.kill")
                .synopsis("[--config FILE] [--set MODULE.PARAM=VALUE]...")
                .paragraph("It prints a line for each door once all are open. Without a file it opens a private"
                        + " Unix socket. Log lines go to standard error.")
                .option(Option.of("--config FILE", "the configuration, in the loadmodule and modparam dialect"))
                .option(Option.of("--set MODULE.PARAM=VALUE", "a parameter, in place of what the file says"))
                .option(Subcommand.HELP)
                .example("chief serve --config chief.cfg", "as the file says")
                .example("chief serve --set ctl.binrpc=unixs:/run/demo/ctl", "one door, no file")
                .exitsLike(
                        "0 stopped in order; 2 the command line or the configuration is wrong; 3 a door cannot be"
                                + " opened; 4 a door failed while it served; 130 and 143 a second INT or TERM ended it",
                        Standalone.STOPPED)
                .readsItsWords()
                .run(invocation -> Standalone.withEveryModule()
                        .serve(
                                invocation.line().operands(),
                                invocation.stdio().printStream(),
                                invocation.stdio().err()));
    }

    private static Subcommand check() {
        return Subcommand.named("check")
                .summary("says whether a configuration is right, and opens nothing")
                .synopsis("FILE")
                .example("chief check chief.cfg", "names file, line and parameter of what is wrong")
                .exits(ExitCode.SUCCESS, ExitCode.USAGE)
                .readsItsWords()
                .run(invocation -> Standalone.withEveryModule()
                        .check(
                                invocation.line().operands(),
                                invocation.stdio().printStream(),
                                invocation.stdio().err()));
    }

    private static Subcommand demo() {
        return Subcommand.named("demo")
                .summary("opens every door, calls through each and shows what is said")
                .synopsis("[--once]")
                .option(Option.of("--once", "end then, instead of staying until Ctrl-C"))
                .example("chief demo --once", "what the doors answer")
                .exits(ExitCode.SUCCESS, ExitCode.USAGE, ExitCode.CANNOT_CONNECT)
                .readsItsWords()
                .run(invocation -> Demo.run(
                        invocation.line().operands(),
                        invocation.stdio().printStream(),
                        invocation.stdio().err()));
    }
}
