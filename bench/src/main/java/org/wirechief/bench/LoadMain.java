package org.wirechief.bench;

import java.io.IOException;
import java.util.List;

/// Loads one server and prints what was found: `load ADDRESS CxO [METHOD [ARG]...]`.
public final class LoadMain {
    private static final List<String> OPTIONS = List.of("pid", "warm-up", "seconds", "count", "patience");
    private static final String USAGE = """
            load [OPTION VALUE]... ADDRESS CONNECTIONSxOUTSTANDING [METHOD [ARGUMENT]...]

              ADDRESS       unixs:/path, unixd:/path, tcp:127.0.0.1:2049, udp:127.0.0.1:2049
              METHOD        core.echo; its arguments go as text
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
        if (args.length == 0 || List.of(args).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            System.exit(run(new Options(OPTIONS, args)) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("load: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        } catch (IOException e) {
            System.err.println("load: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Options options) throws IOException {
        List<String> words = options.words();
        if (words.size() < 2) {
            throw new IllegalArgumentException("an address and a load are needed");
        }
        Target target = Target.parse(words.get(0));
        Load load = Load.parse(words.get(1));
        Exchange exchange = words.size() == 2
                ? Exchange.asking("core.echo", List.of("hello"))
                : Exchange.asking(words.get(2), words.subList(3, words.size()));
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
