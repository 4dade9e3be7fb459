package org.wirechief.cli.doctor;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.ConnectionLost;
import org.wirechief.client.NodeException;
import org.wirechief.client.NodeScheme;
import org.wirechief.client.RemoteFault;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;

/// Asks a door who it is, with a command that changes nothing.
final class Greeting {
    private static final String IF_OPENSIPS = "   (if the server is an OpenSIPS)";

    private final Examination examination;
    private final ConnectOptions connecting;

    Greeting(Examination examination, ConnectOptions connecting) {
        this.examination = examination;
        this.connecting = connecting;
    }

    /// @param node as `chief -s` takes it
    /// @param question a command without parameters
    /// @param remedies of a FIFO through which no answer comes
    void ask(String node, String question, String... remedies) {
        long begin = System.nanoTime();
        try (Client client = Client.connect(node, connecting)) {
            List<?> answer = client.callForAll(question);
            long micros = (System.nanoTime() - begin) / 1000;
            examination.add(Finding.ok("it answers " + question + " with " + answer.size()
                    + (answer.size() == 1 ? " value" : " values") + " after " + micros + " µs"));
        } catch (RemoteFault fault) {
            fault(fault, question);
        } catch (CallTimedOut e) {
            examination.add(late(e, node, question, List.of(remedies)), ExitCode.TIMEOUT);
        } catch (NodeException e) {
            examination.add(Finding.bad(String.valueOf(e.getMessage()), remedies(e, node, List.of(remedies))), exit(e));
        } catch (IOException e) {
            examination.add(Finding.bad(String.valueOf(e.getMessage()), Remedy.log(node)), ExitCode.BROKEN_REPLY);
        }
    }

    private Finding late(CallTimedOut late, String node, String question, List<String> remedies) {
        if (!remedies.isEmpty()) {
            return Finding.bad(String.valueOf(late.getMessage()), remedies);
        }
        return Finding.bad(
                "no answer to " + question + " within " + connecting.deadline().toMillis() + " ms",
                Stream.concat(
                                otherLanguage(node).stream(),
                                Stream.of(Remedy.log(node) + "   (is it busy? does it hang?)"))
                        .toList());
    }

    private static List<String> remedies(NodeException e, String node, List<String> ofFifo) {
        return switch (e) {
            // a file that a server left behind tells nobody that it has ended
            case CannotConnect _ -> List.of(Remedy.start(node), Remedy.DOORS);
            case ConnectionLost _ -> List.of(Remedy.log(node), Remedy.DOORS);
            case BrokenReply _, CallTimedOut _ ->
                Stream.concat((ofFifo.isEmpty() ? otherLanguage(node) : ofFifo).stream(), Stream.of(Remedy.DOORS))
                        .toList();
        };
    }

    /// How the door is asked in the language that was not tried, if it is one of datagrams: `ctl`
    /// and `mi_datagram` may both have those.
    private static List<String> otherLanguage(String node) {
        NodeScheme scheme = NodeScheme.of(node);
        String rest = scheme.rest(node);
        return switch (scheme) {
            case MI, MI_TEXT, MI_JSON ->
                List.of("chief doctor " + (rest.startsWith("/") ? "unixd:" : "") + rest
                        + "   (if the server is a Kamailio)");
            case BINRPC -> inMi(Address.parse(rest, AddressRules.CTL_CLIENT));
            case CTL_FIFO, MI_FIFO -> List.of();
        };
    }

    private static List<String> inMi(Address address) {
        return switch (address.transport()) {
            case UNIX_DATAGRAM -> List.of("chief doctor mi:" + address.name() + IF_OPENSIPS);
            case UDP -> List.of("chief doctor mi:" + address + IF_OPENSIPS);
            case UNIX_STREAM, TCP, FIFO -> List.of();
        };
    }

    private void fault(RemoteFault fault, String question) {
        if (fault.code() == 403) {
            examination.add(
                    Finding.bad(
                            "it refuses: 403 " + fault.reason(),
                            "in the server's configuration: the line that it tells, of allow_from or access"),
                    ExitCode.FAULT);
        } else {
            examination.add(Finding.ok("it answers " + question + ": " + fault.code() + " " + fault.reason()));
        }
    }

    private static ExitCode exit(NodeException e) {
        return e instanceof CannotConnect ? ExitCode.CANNOT_CONNECT : ExitCode.BROKEN_REPLY;
    }
}
