package org.wirechief.cli.hep;

import java.io.IOException;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.StopSignal;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.Layout;
import org.wirechief.core.Octets;
import org.wirechief.net.Address;

/// `chief hep`.
public final class HepCommand {
    private static final Option OUTPUT = Option.of("-o, --output FORMAT", "how packets are printed, text if not told")
            .among(List.of(Layout.TEXT.word(), Layout.JSON.word(), Layout.NDJSON.word()));
    private static final Option COUNT = Option.of("-n, --count N", "ends after so many packets");
    private static final Option DELIMITER =
            Option.of("--delimiter TEXT", "what stands between the parts of a payload (homer5_delim), : if not told");

    private HepCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("hep")
                .summary("collects HEP packets and prints them")
                .synopsis("[OPTION...] [LISTEN...]")
                .paragraph("Takes packets of versions 1 to 3 over UDP, and of version 3 over TCP, and prints them as"
                        + " they come, until Ctrl-C. LISTEN is udp:HOST:PORT, tcp:HOST:PORT, or HOST:PORT for both;"
                        + " without one it is both at port 9060 of every IPv4 address. At the end it says how many"
                        + " packets came and how many could not be read.")
                .option(OUTPUT)
                .option(COUNT)
                .option(DELIMITER)
                .example("chief hep", "what capture agents send to this host")
                .example("chief hep -o ndjson udp:127.0.0.1:9060 | jq .parts.command", "every traced command")
                .exits(ExitCode.SUCCESS, ExitCode.USAGE, ExitCode.CANNOT_CONNECT, ExitCode.OUTPUT)
                .run(HepCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        var line = invocation.line();
        List<Address> listen = ListenAddresses.parse(line.operands());
        long count = count(line.value(COUNT).orElse(""));
        Layout layout = Layout.of(line.value(OUTPUT).orElse(Layout.TEXT.word()));
        String delimiter = line.value(DELIMITER).orElse(":");
        if (delimiter.isEmpty()) {
            throw new UsageError("--delimiter is empty: write what homer5_delim of the sender says");
        }
        Stdio stdio = invocation.stdio();
        try (StopSignal stop = StopSignal.watch()) {
            var printer = new PacketPrinter(layout, Octets.of(delimiter), count, stdio.out(), stop);
            return stop.ending(collect(listen, printer, stop, stdio)).code();
        }
    }

    private static ExitCode collect(List<Address> listen, PacketPrinter printer, StopSignal stop, Stdio stdio)
            throws IOException {
        HepCollector collector;
        try {
            collector = HepCollector.open(listen, printer::print);
        } catch (IOException e) {
            stdio.say("chief hep: " + e.getMessage());
            return ExitCode.CANNOT_CONNECT;
        }
        try (collector) {
            collector.addresses().forEach(address -> stdio.say("chief hep: listening at " + address));
            stop.await();
        }
        HepCounts counts = collector.counts();
        stdio.say("chief hep: " + counted(counts.packets(), "packet") + ", " + counts.malformed() + " malformed"
                + (counts.refused() == 0 ? "" : ", " + counted(counts.refused(), "connection") + " refused"));
        printer.finish();
        return ExitCode.SUCCESS;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static long count(String text) throws UsageError {
        if (text.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) == 0) {
            throw new UsageError("--count '" + text + "' is no number of packets, 1 or more");
        }
        return Long.parseLong(text);
    }
}
