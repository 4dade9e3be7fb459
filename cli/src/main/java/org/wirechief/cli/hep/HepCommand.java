package org.wirechief.cli.hep;

import java.io.IOException;
import java.util.List;
import org.wirechief.cli.command.AtStop;
import org.wirechief.cli.command.CountText;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Option;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.Layout;
import org.wirechief.core.Octets;
import org.wirechief.net.Address;

/// `chief hep`.
public final class HepCommand {
    private static final Option OUTPUT = Option.of("-o, --output FORMAT", "how packets are printed, text if not told")
            .among(List.of(Layout.TEXT.word(), Layout.JSON.word(), Layout.NDJSON.word()));
    private static final Option COUNT = Option.of("--count N", "end after so many packets");
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
                .exits(
                        ExitCode.SUCCESS,
                        ExitCode.USAGE,
                        ExitCode.CANNOT_CONNECT,
                        ExitCode.BROKEN_REPLY,
                        ExitCode.OUTPUT)
                .run(HepCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        var line = invocation.line();
        List<Address> listen = ListenAddresses.parse(line.operands());
        long count =
                line.has(COUNT) ? CountText.parse("--count", line.value(COUNT).orElseThrow()) : Long.MAX_VALUE;
        Layout layout = Layout.of(line.value(OUTPUT).orElse(Layout.TEXT.word()));
        String delimiter = line.value(DELIMITER).orElse(":");
        if (delimiter.isEmpty()) {
            throw new UsageError("--delimiter is empty: write what homer5_delim of the sender says");
        }
        Stdio stdio = invocation.stdio();
        var printer = new PacketPrinter(layout, Octets.of(delimiter), count, stdio.out());
        try (AtStop _ = AtStop.ofThisThread()) {
            return collect(listen, printer, stdio).code();
        }
    }

    private static ExitCode collect(List<Address> listen, PacketPrinter printer, Stdio stdio) throws IOException {
        HepCollector opened;
        try {
            opened = HepCollector.open(listen, printer::print, printer::ended);
        } catch (IOException e) {
            stdio.say("chief hep: " + e.getMessage());
            return ExitCode.CANNOT_CONNECT;
        }
        try (HepCollector collector = opened) {
            collector.addresses().forEach(address -> stdio.say("chief hep: listening at " + address));
            awaitEnough(printer);
        }
        // half a packet counts once its connection is closed
        stdio.say("chief hep: " + text(opened.counts()));
        printer.finish();
        Throwable end = printer.end();
        if (end == null) {
            return ExitCode.SUCCESS;
        }
        stdio.say("chief hep: nothing can be received any more: " + end);
        return ExitCode.BROKEN_REPLY;
    }

    private static void awaitEnough(PacketPrinter printer) {
        try {
            printer.awaitEnough();
        } catch (InterruptedException e) {
            // told to stop; the signal says how the process ends
        }
    }

    private static String text(HepCounts counts) {
        return counted(counts.packets(), "packet") + ", " + counts.malformed() + " malformed"
                + (counts.lost() == 0 ? "" : ", " + counts.lost() + " dropped by the system")
                + (counts.refused() == 0 ? "" : ", " + counted(counts.refused(), "connection") + " refused");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
