package org.wirechief.cli.call;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.wirechief.cli.command.ExitCode;
import org.wirechief.cli.command.UsageError;
import org.wirechief.client.BrokenReply;
import org.wirechief.client.CallTimedOut;
import org.wirechief.client.CannotConnect;
import org.wirechief.client.Client;
import org.wirechief.client.ConnectOptions;
import org.wirechief.client.ConnectionLost;
import org.wirechief.client.NodeException;
import org.wirechief.client.RemoteFault;
import org.wirechief.core.Value;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;

/// The node that subcommands call, whatever dialect its address stands for.
public final class Node implements AutoCloseable {
    /// Where a Kamailio is found unless told otherwise (spec ctl §14.1).
    public static final String DEFAULT_ADDRESS = "unixs:/var/run/kamailio/kamailio_ctl";

    /// The variable that names another node.
    public static final String VARIABLE = "CHIEF_NODE";

    private final Client client;
    private final String address;

    private Node(Client client, String address) {
        this.client = client;
        this.address = address;
    }

    /// Connects.
    ///
    /// @throws UsageError when that is no address
    /// @throws NoAnswer when nobody answers there
    public static Node connect(String address, ConnectOptions options) throws UsageError, NoAnswer {
        try {
            return new Node(Client.connect(address, options), address);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /// As [#connect], for many calls that the node is to run in their order:
    /// where its carrier keeps none, one at a time is under way. A call's time begins when those
    /// before it are answered.
    static Node connectInOrder(String address, ConnectOptions connecting) throws UsageError, NoAnswer {
        ConnectOptions options = connecting.withDeadlinesInTurn(true);
        return connect(address, isStream(address) ? options : options.withInFlight(1));
    }

    String address() {
        return address;
    }

    private static boolean isStream(String address) {
        try {
            return Address.parse(address, AddressRules.CTL_CLIENT).transport().isStream();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Calls and waits for the answer.
    ///
    /// @throws NoAnswer when there is none that can be read, or the dialect cannot say the call
    public Answer call(CallLine line) throws NoAnswer {
        try {
            List<Value> values = client.callForAll(line.method(), line.args().toArray());
            return new Answer.Values(values);
        } catch (RemoteFault fault) {
            return new Answer.Faulted(fault.code(), fault.reason());
        } catch (IllegalArgumentException e) {
            // what this node's dialect cannot say
            throw new NoAnswer(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    /// Calls without waiting for the answer. Waits only where too many calls are unanswered.
    ///
    /// @return a future that is done with the answer, or with what [#noAnswer] reads
    /// @throws UsageError when the node's dialect cannot say the call; nothing was sent
    CompletableFuture<Answer> start(CallLine line) throws UsageError {
        try {
            return client.callForAllAsync(line.method(), line.args().toArray())
                    .<Answer>thenApply(Answer.Values::new)
                    .exceptionally(Node::answer);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private static Answer answer(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RemoteFault fault) {
            return new Answer.Faulted(fault.code(), fault.reason());
        }
        throw new CompletionException(noAnswer(cause));
    }

    /// Why a call got no answer.
    public static NoAnswer noAnswer(Throwable failure) {
        if (failure instanceof NoAnswer known) {
            return known;
        }
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
