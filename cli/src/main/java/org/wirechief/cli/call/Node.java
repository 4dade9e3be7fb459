package org.wirechief.cli.call;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectionLost;
import org.wirechief.client.NodeException;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;

/// The node that subcommands call, whatever dialect its address stands for.
public final class Node implements AutoCloseable {
    /// Where a Kamailio is found unless told otherwise (spec ctl §14.1).
    public static final String DEFAULT_ADDRESS = "unixs:/var/run/kamailio/kamailio_ctl";

    /// The variable that names another node.
    public static final String VARIABLE = "CHIEF_NODE";

    private final Client client;

    private Node(Client client) {
        this.client = client;
    }

    /// Connects.
    ///
    /// @param timeout for connecting, and for each answer
    /// @throws UsageError when that is no address
    /// @throws NoAnswer when nobody answers there
    public static Node connect(String address, Duration timeout) throws UsageError, NoAnswer {
        try {
            return new Node(Client.connect(address, timeout));
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /// Calls and waits for the answer.
    ///
    /// @throws NoAnswer when there is none that can be read, or the dialect cannot say the call
    Answer call(CallLine line) throws NoAnswer {
        try {
            List<Value> values = client.callForAll(line.method(), line.args().toArray());
            return new Answer.Values(values);
        } catch (RemoteFault fault) {
            return new Answer.Faulted(fault.code(), fault.reason());
        } catch (IllegalArgumentException e) {
            throw new NoAnswer(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    private static NoAnswer noAnswer(IOException failure) {
        ExitCode exit = failure instanceof NodeException known ? exit(known) : ExitCode.BROKEN_REPLY;
        return new NoAnswer(exit, String.valueOf(failure.getMessage()));
    }

    private static ExitCode exit(NodeException failure) {
        return switch (failure) {
            case CannotConnect _ -> ExitCode.CANNOT_CONNECT;
            case CallTimedOut _ -> ExitCode.TIMEOUT;
            case BrokenReply _, ConnectionLost _ -> ExitCode.BROKEN_REPLY;
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
