package org.wirechief.cli.events;

import java.io.IOException;
import org.wirechief.cli.call.Node;
import org.wirechief.cli.command.AtStop;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.SubcommandDraft;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.NodeException;
import org.wirechief.client.RemoteFault;
import org.wirechief.client.event.EventStream;

/// `chief events`.
public final class EventsCommand {
    private EventsCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        SubcommandDraft draft = Subcommand.named("events")
                .summary("subscribes to events of a node and prints them as they come")
                .synopsis("[OPTION...] EVENT...")
                .paragraph("The node speaks MI: -s mi:udp:HOST:PORT, mi:/PATH or fifo:/PATH. It is told a socket of"
                        + " this host to send to, a UDP port on the address it is reached from, or a Unix socket in"
                        + " a fresh folder of the temporary files. Subscriptions are renewed when two thirds of"
                        + " their time are over, made again when the node was restarted, and ended on Ctrl-C, TERM"
                        + " and after the last event of --count.")
                .paragraph("Events have no numbers, so that a lost one cannot be seen. What can be known of missing"
                        + " ones is told on standard error.")
                .variable(Node.VARIABLE, "the address of the node, unless -s tells it");
        EventsOptions.ALL.forEach(draft::option);
        return draft.example("chief events -s mi:udp:127.0.0.1:8080 E_PIKE_BLOCKED", "until Ctrl-C")
                .example("chief events -s mi:/run/opensips/mi -o ndjson E_CORE_LOG E_CORE_THRESHOLD", "for programs")
                .example("chief events -s mi:udp:127.0.0.1:8080 --count 1 E_PIKE_BLOCKED", "waits for one")
                .exits(
                        ExitCode.SUCCESS,
                        ExitCode.FAULT,
                        ExitCode.USAGE,
                        ExitCode.CANNOT_CONNECT,
                        ExitCode.TIMEOUT,
                        ExitCode.BROKEN_REPLY,
                        ExitCode.OUTPUT)
                .run(EventsCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        EventsOptions options = EventsOptions.of(invocation.line(), invocation.stdio());
        try (AtStop stop = AtStop.ofThisThread()) {
            ExitCode exit = print(options, invocation.stdio(), stop);
            invocation.stdio().out().flush();
            return exit.code();
        }
    }

    private static ExitCode print(EventsOptions options, Stdio stdio, AtStop stop) throws UsageError, IOException {
        try (EventStream stream = open(options)) {
            stop.tidying(stream::close);
            stdio.say("chief events: " + options.node() + " sends " + String.join(", ", options.events()) + " to "
                    + stream.socket());
            return new EventPrinting(stream, options, stdio).run();
        } catch (NotSubscribed e) {
            EventPrinting.say(stdio, String.valueOf(e.getMessage()));
            return e.exit;
        }
    }

    private static EventStream open(EventsOptions options) throws UsageError, NotSubscribed {
        try {
            return EventStream.open(options.node(), options.events(), options.stream());
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (RemoteFault e) {
            throw new NotSubscribed(ExitCode.FAULT, String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            throw new NotSubscribed(Node.noAnswer(e).exit(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new NotSubscribed(ExitCode.CANNOT_CONNECT, String.valueOf(e.getMessage()));
        }
    }

    /// There is no stream.
    private static final class NotSubscribed extends Exception {
        private static final long serialVersionUID = 1L;

        private final ExitCode exit;

        NotSubscribed(ExitCode exit, String message) {
            super(message, null, false, false);
            this.exit = exit;
        }
    }
}
