package org.wirechief.app;

import java.util.Arrays;
import java.util.List;
import org.wirechief.server.Standalone;

/// Entry point of `chief`.
public final class Main {
    private static final String USAGE = """
            usage: chief serve [--config FILE] [--set module.param=value]...
                                run the server; without a file it opens a private Unix socket
                   chief check FILE
                                say whether a configuration is right, and open nothing
                   chief demo [--once]
                                open every door, call through each, show what is said
            """;
    private static final int USAGE_ERROR = 2;

    private Main() {}

    /// Runs one `chief` command.
    ///
    /// @param args the command line, subcommand first
    public static void main(String[] args) {
        System.exit(run(Arrays.asList(args)));
    }

    private static int run(List<String> args) {
        String subcommand = args.isEmpty() ? "" : args.getFirst();
        List<String> rest = args.subList(Math.min(1, args.size()), args.size());
        return switch (subcommand) {
            case "serve" -> Standalone.withEveryModule().serve(rest, System.out, System.err);
            case "check" -> Standalone.withEveryModule().check(rest, System.out, System.err);
            case "demo" -> Demo.run(rest, System.out, System.err);
            case "help", "--help", "-h" -> {
                System.out.print(USAGE);
                yield 0;
            }
            default -> {
                if (!subcommand.isEmpty()) {
                    System.err.println("chief: there is no subcommand '" + subcommand + "'");
                }
                System.err.print(USAGE);
                yield USAGE_ERROR;
            }
        };
    }
}
