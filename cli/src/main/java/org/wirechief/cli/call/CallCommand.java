package org.wirechief.cli.call;

import java.io.IOException;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.Invocation;
import org.wirechief.cli.command.Stdio;
import org.wirechief.cli.command.Subcommand;
import org.wirechief.cli.command.SubcommandDraft;
import org.wirechief.cli.command.UsageError;
import org.wirechief.cli.output.ByteSink;
import org.wirechief.cli.words.OperandBytes;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// `chief call`.
public final class CallCommand {
    private static final Octets STANDARD_INPUT = Octets.of("-");

    private CallCommand() {}

    /// Its row of the table.
    public static Subcommand describe() {
        SubcommandDraft draft = Subcommand.named("call")
                .summary("calls a method of a node and prints its answer")
                .synopsis("[OPTION...] METHOD [ARG...]")
                .synopsis("[OPTION...] -")
                .paragraph(
                        "An ARG that is a decimal integer is sent as one; any other number, also 1e3, 0x10 and"
                                + " inf, as a real; the empty one as the integer 0; all else as text. A prefix says"
                                + " otherwise: s: text, i: integer, d: real, j: what JSON has. Options may stand anywhere before --.")
                .paragraph("At mi: and fifo: an ARG is text unless it has a prefix, so that nothing of it is lost: the"
                        + " node reads numbers in text. In JSON-RPC ARGs that all look like NAME=VALUE are sent"
                        + " by name. Where a command of OpenSIPS ends with a list, so do the ARGs.")
                .paragraph("With - the calls are read from standard input, a line each, and go over one connection,"
                        + " many at a time; answers come in the order of the lines. Words are split as in a shell:"
                        + " blanks part them, '...', \"...\" and backslashes quote. Empty lines and lines that"
                        + " begin with # are passed over. A fault does not end the run.")
                .variable(Node.VARIABLE, "the address of the node, unless -s tells it")
                .variable("NO_COLOR", "if set and not empty, no colours unless --color says so");
        CallOptions.ALL.forEach(draft::option);
        return draft.example("chief call core.uptime", "the node of this host, as kamcmd finds it")
                .example("chief -s tcp:127.0.0.1:2049 core.echo s:5 5", "the short form; the text 5 and the number 5")
                .example("chief call -o json core.psx", "for programs")
                .example("chief call -f '%v\\t%v\\n' core.ps", "two values a line")
                .example(
                        "chief -s fifo:/run/opensips/fifo get_statistics core: net:",
                        "an OpenSIPS, over the FIFO of mi_fifo; the list is gathered")
                .example(
                        "chief -s fifo:/run/opensips/fifo trace_start id=t1 'filter=j:[\"caller=bob\"]'",
                        "by name, one in JSON")
                .example("chief call - < commands", "many calls, one connection")
                .exits(ExitCode.values())
                .run(CallCommand::run);
    }

    private static int run(Invocation invocation) throws UsageError, IOException {
        List<Octets> words = OperandBytes.of(invocation.line().operands());
        CallOptions options = CallOptions.of(invocation.line(), invocation.stdio());
        if (words.isEmpty()) {
            throw new UsageError("a METHOD is missing, or - for calls from standard input");
        }
        if (words.equals(List.of(STANDARD_INPUT))) {
            return many(options, invocation.stdio());
        }
        return one(CallLine.of(words, options.address()), options, invocation.stdio());
    }

    private static int many(CallOptions options, Stdio stdio) throws UsageError, IOException {
        try (Node node = Node.connectInOrder(options.address(), options.connecting())) {
            return new Batch(node, options, stdio).run().code();
        } catch (NoAnswer e) {
            stdio.say("chief call: " + e.getMessage());
            return e.exit().code();
        }
    }

    private static int one(CallLine line, CallOptions options, Stdio stdio) throws UsageError, IOException {
        try (Node node = Node.connect(options.address(), options.connecting())) {
            Answer answer = node.call(line);
            if (answer instanceof Answer.Faulted fault) {
                stdio.say(fault.line());
                return ExitCode.FAULT.code();
            }
            // no switch over patterns on the way of one call: docs/adr/0006
            List<Value> values = ((Answer.Values) answer).values();
            options.printer().print(values, new ByteSink(stdio.out(), options.colours()));
            return ExitCode.SUCCESS.code();
        } catch (NoAnswer e) {
            stdio.say("chief call: " + e.getMessage());
            return e.exit().code();
        }
    }
}
