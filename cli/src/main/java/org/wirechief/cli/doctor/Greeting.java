package org.wirechief.cli.doctor;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.NodeException;
import org.wirechief.client.RemoteFault;
import org.wirechief.net.Address;
import org.wirechief.net.StreamDial;

/// Asks a door who it is, with a command that changes nothing, and tells from what comes which
/// language is spoken there.
final class Greeting {
    private static final int ENOUGH = 64;

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
            examination.add(late(e, question, remedies), ExitCode.TIMEOUT);
        } catch (NodeException e) {
            examination.add(Finding.bad(String.valueOf(e.getMessage())), exit(e));
        } catch (IOException e) {
            examination.add(Finding.bad(String.valueOf(e.getMessage())), ExitCode.BROKEN_REPLY);
        }
    }

    private Finding late(CallTimedOut late, String question, String... remedies) {
        if (remedies.length > 0) {
            return Finding.bad(String.valueOf(late.getMessage()), remedies);
        }
        return Finding.bad(
                "connected, and no answer to " + question + " within "
                        + connecting.deadline().toMillis() + " ms",
                "is another language spoken there? chief -s mi:... asks an OpenSIPS",
                "the server is busy or hangs: its log tells");
    }

    private void fault(RemoteFault fault, String question) {
        if (fault.code() == 403) {
            examination.add(Finding.bad("it refuses: 403 " + fault.reason()), ExitCode.FAULT);
        } else {
            examination.add(Finding.ok("it answers " + question + ": " + fault.code() + " " + fault.reason()));
        }
    }

    private static ExitCode exit(NodeException e) {
        return e instanceof org.wirechief.client.CannotConnect ? ExitCode.CANNOT_CONNECT : ExitCode.BROKEN_REPLY;
    }

    /// What a stream says to a line that every text protocol answers, if it is not BINRPC.
    void guess(Address address) {
        byte[] line = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] said = new byte[ENOUGH];
        Duration timeout = connecting.deadline();
        try (StreamDial stream = StreamDial.connect(address, timeout)) {
            stream.write(line, 0, line.length, timeout);
            int read = stream.read(said, 0, said.length, timeout);
            String start = read <= 0 ? "" : new String(said, 0, read, StandardCharsets.ISO_8859_1);
            language(start);
        } catch (SocketTimeoutException e) {
            // silent: nothing to tell
        } catch (IOException e) {
            // the finding before this one says it
        }
    }

    private void language(String start) {
        if (start.startsWith("HTTP/")) {
            examination.add(Finding.note("HTTP is spoken there: this is no management door of this kind"));
        } else if (start.startsWith("SIP/")) {
            examination.add(Finding.note("SIP is spoken there: the management door is at another address"));
        } else if (start.startsWith("{") || start.startsWith("[")) {
            examination.add(Finding.note("JSON is spoken there"));
        } else if (start.startsWith("SSH-")) {
            examination.add(Finding.note("SSH is spoken there"));
        }
    }
}
