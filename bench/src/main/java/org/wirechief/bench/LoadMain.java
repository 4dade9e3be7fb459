package org.wirechief.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Loads one server and prints what was found: `load ADDRESS CxO [METHOD [ARG]...]`.
public final class LoadMain {
    private static final List<String> OPTIONS = List.of("pid", "warm-up", "seconds", "count", "patience", "reply-dir");
    private static final String USAGE = """
            load [OPTION VALUE]... ADDRESS CONNECTIONSxOUTSTANDING [METHOD [ARGUMENT]...]

              ADDRESS       BINRPC: unixs:/path, unixd:/path, tcp:127.0.0.1:2049, udp:127.0.0.1:2049
                            MI text: mi:udp:127.0.0.1:8080, mi:/path; JSON-RPC: mi:json:/path, fifo:/path
              METHOD        core.echo, in MI version; its arguments go as text
              --reply-dir   where the server of a FIFO looks for reply FIFOs, /tmp
              --seconds     what is measured, 10
              --warm-up     seconds before that, 2
              --count       replies after which it is enough
              --patience    seconds after which a request without a reply is lost, 2
              --pid         the server's process, to learn what a request costs it
            """;

    private LoadMain() {}

    /// Ends with 1 when a reply was wrong or lost, or the server could not be loaded; with 2 when
    /// the command line is wrong.
    public static void main(String[] args) {
        if (args.length == 0) {
            System.out.print(USAGE);
        } else {
            Command.run("load", USAGE, OPTIONS, LoadMain::run, args);
        }
    }

    private static boolean run(Options options) throws IOException {
        List<String> words = options.words();
        if (words.size() < 2) {
            throw new IllegalArgumentException("an address and a load are needed");
        }
        Target target = Target.parse(words.get(0)).withReplies(Path.of(options.text("reply-dir", "/tmp")));
        Load load = Load.parse(words.get(1));
        Exchange exchange = Exchange.asking(target.carrier().dialect(), words.subList(2, words.size()));
        Timing timing = new Timing(
                options.seconds("warm-up", 2),
                options.seconds("seconds", 10),
                options.number("count", 0),
                options.seconds("patience", 2));
        Generator generator = new Generator(target, server(options.number("pid", 0)));
        Measurement found = generator.run(generator.learn(exchange, timing.patience()), load, timing);
        print(found);
        return found.defects().isNone();
    }

    private static CpuTime server(long pid) {
        return pid == 0
                ? CpuTime.unknown()
                : CpuTime.ofTree(ProcessHandle.of(pid)
                        .orElseThrow(() -> new IllegalArgumentException("there is no process " + pid)));
    }

    private static void print(Measurement found) {
        System.out.printf(
                "%.0f requests/s, p50 %.1f us, p99 %.1f us, server CPU %.2f us a request%n",
                found.perSecond(), found.p50Micros(), found.p99Micros(), found.cpuMicrosPerRequest());
        System.out.printf(
                "busy: server %.2f, generator %.2f processors, %.2f us of it a request%n",
                found.serverBusy(), found.generatorBusy(), found.generatorBusy() * 1e6 / found.perSecond());
        Defects defects = found.defects();
        System.out.printf(
                "wrong %d, lost %d (late %d), connections ended %d%n",
                defects.wrong(), defects.lost(), defects.late(), defects.ended());
        if (defects.first() != null) {
            System.out.println("first: " + defects.first());
        }
    }
}
