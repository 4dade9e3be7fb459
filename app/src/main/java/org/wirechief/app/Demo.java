package org.wirechief.app;

import static org.wirechief.core.ParamType.TEXT;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.wirechief.client.Client;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Value;
import org.wirechief.core.event.EventParameter;
import org.wirechief.core.event.EventSource;
import org.wirechief.endpoint.Door;
import org.wirechief.endpoint.ctl.Ctl;
import org.wirechief.endpoint.eventdatagram.EventDatagram;
import org.wirechief.endpoint.midatagram.MiDatagram;
import org.wirechief.endpoint.mififo.MiFifo;
import org.wirechief.server.Wirechief;

/// `chief demo`: a server with every door there is, a real call through each, and lines to try by
/// hand.
final class Demo {
    /// The calls made through each door.
    private static final List<List<String>> CALLS = List.of(
            List.of("core.version"),
            List.of("core.echo", "is", "anybody", "there"),
            List.of("demo.hello", "operator"),
            List.of("core.uptime"));

    private static final String CTL = "ctl";
    private static final String MI_DATAGRAM = "mi_datagram";
    private static final String MI_FIFO = "mi_fifo";

    private Demo() {}

    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (!args.isEmpty() && !args.equals(List.of("--once"))) {
            err.println("chief demo: takes nothing or --once, not " + String.join(" ", args));
            return 2;
        }
        try {
            Path directory = Files.createTempDirectory("chief-demo");
            try {
                return show(directory, !args.isEmpty(), out);
            } finally {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            err.println("chief demo: " + e.getMessage());
            return 3;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static int show(Path directory, boolean once, PrintStream out) throws IOException, InterruptedException {
        try (TraceTranscript trace = TraceTranscript.open();
                Wirechief chief = start(directory, trace)) {
            for (Door door : chief.doors()) {
                out.println("== " + door.module() + ": " + door.payload() + " at " + door.address());
                switch (door.module()) {
                    case MI_DATAGRAM -> MiTranscript.show(door, out);
                    case MI_FIFO -> MiFifoTranscript.show(door, directory, out);
                    default -> transcript(door, out);
                }
            }
            EventTranscript.show(door(chief, MI_DATAGRAM), out);
            trace.show(door(chief, MI_DATAGRAM), out);
            if (!once) {
                trace.release();
                stay(chief, directory, trace, out);
            }
        }
        return 0;
    }

    private static Wirechief start(Path directory, TraceTranscript trace) throws IOException {
        AtomicReference<EventSource> greeted = new AtomicReference<>();
        CommandSpec hello = CommandSpec.named("demo.hello")
                .summary("Greets whoever asks.")
                .param("name", TEXT)
                .run((call, reply) -> {
                    String name = call.args().text(0);
                    reply.add("hello " + name);
                    greeted.get().raise(new EventParameter("name", name));
                });
        return Wirechief.builder()
                .command(hello)
                .event(EventTranscript.GREETED, greeted::set)
                .endpoint(Ctl.listening("unixs:" + directory.resolve("ctl"), "unixd:" + directory.resolve("ctl.dgram"))
                        .tcp("127.0.0.1", 0)
                        .udp("127.0.0.1", 0)
                        .fifo(directory.resolve("ctl.fifo").toString()))
                .endpoint(TraceTranscript.traced(MiDatagram.udp("127.0.0.1", 0)))
                .endpoint(MiFifo.at(directory.resolve("mi.fifo").toString()).replyDir(directory + "/"))
                .endpoint(EventDatagram.text())
                .endpoint(trace.module())
                .start();
    }

    private static Stream<Door> doors(Wirechief chief, String module) {
        return chief.doors().stream().filter(door -> door.module().equals(module));
    }

    private static Door door(Wirechief chief, String module) {
        return doors(chief, module).findFirst().orElseThrow();
    }

    private static boolean isFifo(Door door) {
        return door.payload().equals("fifo");
    }

    /// As a client is given it.
    private static String address(Door door) {
        return isFifo(door) ? "ctlfifo:" + door.name() : door.address();
    }

    private static void transcript(Door door, PrintStream out) throws IOException {
        try (Client client = Client.connect(address(door))) {
            for (List<String> call : CALLS) {
                Object[] args = call.subList(1, call.size()).toArray();
                out.println("> " + String.join(" ", call));
                for (Value value : client.callForAll(call.getFirst(), args)) {
                    out.print(Transcript.of(value));
                }
            }
        }
        out.println();
    }

    /// Stays up until the process is told to stop; the doors are closed on the way out.
    private static void stay(Wirechief chief, Path directory, TraceTranscript trace, PrintStream out)
            throws InterruptedException {
        out.println("The doors stay open until Ctrl-C. With Kamailio's own tool, in another terminal:");
        doors(chief, CTL)
                .filter(door -> !isFifo(door))
                .forEach(door -> out.println("  kamcmd -s " + door.address() + " core.psx"));
        out.println("  kamcmd -s " + chief.doors().getFirst().address() + "     (interactive, TAB completes)");
        out.println("Lines over a FIFO:");
        doors(chief, CTL)
                .filter(Demo::isFifo)
                .forEach(door -> out.println("  chief -s " + address(door) + " core.psx"));
        out.println("And MI in a datagram:");
        doors(chief, MI_DATAGRAM).forEach(door -> out.println(MiTranscript.byHand(door)));
        out.println("And through a FIFO:");
        doors(chief, MI_FIFO).forEach(door -> out.println(MiFifoTranscript.byHand(door, directory)));
        out.println("And events, until Ctrl-C, one for each greeting:");
        out.println("  chief events -s " + door(chief, MI_DATAGRAM).address() + " " + EventTranscript.GREETED.name());
        out.println("And what is traced, in two terminals:");
        out.println(trace.byHand(door(chief, MI_DATAGRAM)));
        out.flush();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("demo stop").unstarted(() -> {
                    chief.close();
                    remove(directory);
                }));
        chief.join();
    }

    private static void remove(Path directory) {
        try {
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            System.err.println("chief demo: " + directory + " stays behind: " + e.getMessage());
        }
    }
}
