package org.wirechief.cli.hep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirechief.cli.command.AtStop;
import org.wirechief.cli.command.CommandLine;
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
import org.wirechief.net.TlsKeys;
import org.wirechief.net.TlsListener;

/// `chief hep`.
public final class HepCommand {
    private static final Option OUTPUT = Option.of("-o, --output FORMAT", "how packets are printed, text if not told")
            .among(List.of(Layout.TEXT.word(), Layout.JSON.word(), Layout.NDJSON.word()));
    private static final Option COUNT = Option.of("--count N", "end after so many packets");
    private static final Option DELIMITER =
            Option.of("--delimiter TEXT", "what stands between the parts of a payload (homer5_delim), : if not told");

    private static final Option KEYSTORE =
            Option.of("--keystore FILE", "PKCS #12 or JKS file with the key and certificate for tls:");
    private static final Option PASSWORD =
            Option.of("--password-file FILE", "file whose first line is the password of the key store");

    private HepCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        return Subcommand.named("hep")
                .summary("collects HEP packets and prints them")
                .synopsis("[OPTION...] [LISTEN...]")
                .paragraph("Takes packets of versions 1 to 3 over UDP, and of version 3 over TCP and TLS, and prints"
                        + " them as they come, until Ctrl-C. LISTEN is udp:HOST:PORT, tcp:HOST:PORT, HOST:PORT for"
                        + " both, or tls:HOST:PORT, which needs a key store; without one it is UDP and TCP at port"
                        + " 9060 of every IPv4 address. At the end it says how many packets came and how many could"
                        + " not be read.")
                .option(OUTPUT)
                .option(COUNT)
                .option(DELIMITER)
                .option(KEYSTORE)
                .option(PASSWORD)
                .example("chief hep", "what capture agents send to this host")
                .example("chief hep -o ndjson udp:127.0.0.1:9060 | jq .parts.command", "every traced command")
                .example("chief hep --keystore hep.p12 --password-file secret tls:", "what they send over TLS")
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
        TlsKeys keys = keys(line, listen);
        try (AtStop _ = AtStop.ofThisThread()) {
            return collect(listen, keys, printer, stdio).code();
        }
    }

    /// What is shown to those who connect over TLS; null where nobody can.
    private static @Nullable TlsKeys keys(CommandLine line, List<Address> listen) throws UsageError {
        boolean isTls = listen.stream().anyMatch(ListenAddresses::isTls);
        if (isTls != line.has(KEYSTORE) || (line.has(PASSWORD) && !isTls)) {
            throw new UsageError(
                    isTls
                            ? "tls: needs --keystore FILE, with the key and the certificate to show"
                            : "a key store is for tls:HOST:PORT, which is not asked for");
        }
        return isTls ? KeyStoreFile.read(line.value(KEYSTORE).orElseThrow(), line.value(PASSWORD)) : null;
    }

    private static ExitCode collect(List<Address> listen, @Nullable TlsKeys keys, PacketPrinter printer, Stdio stdio)
            throws IOException {
        HepCollector opened;
        try {
            opened = open(listen, keys, printer, stdio);
        } catch (IOException e) {
            stdio.say("chief hep: " + e.getMessage());
            return ExitCode.CANNOT_CONNECT;
        }
        try (HepCollector _ = opened) {
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

    private static HepCollector open(List<Address> listen, @Nullable TlsKeys keys, PacketPrinter printer, Stdio stdio)
            throws IOException {
        List<Address> plain = listen.stream()
                .filter(address -> !ListenAddresses.isTls(address))
                .toList();
        HepCollector collector = HepCollector.open(plain, printer::print, printer::ended);
        List<String> doors = new ArrayList<>();
        collector.addresses().forEach(address -> doors.add(address.toString()));
        try {
            for (Address address : listen) {
                if (keys != null && ListenAddresses.isTls(address)) {
                    doors.add(TlsListener.named(collector.listen(address, keys)));
                }
            }
        } catch (IOException e) {
            collector.close();
            throw e;
        }
        doors.forEach(door -> stdio.say("chief hep: listening at " + door));
        return collector;
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
