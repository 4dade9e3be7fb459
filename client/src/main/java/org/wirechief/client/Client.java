package org.wirechief.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcAnswer;
import org.wirechief.wire.binrpc.BinrpcCall;

/// A link to a node that speaks BINRPC, such as Kamailio or this server.
///
/// ```java
/// try (var node = Client.connect("unixs:/run/kamailio/kamailio_ctl")) {
///     IO.println(node.call("core.uptime").at("uptime").asLong());
/// }
/// ```
///
/// Calls of several threads go one after the other. After an [IOException] of a call the client is
/// closed, since what is still to come cannot be told apart. No call is sent twice.
public final class Client implements AutoCloseable {
    /// How long to wait for a connection, and for each answer, unless told otherwise.
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final String node;
    private final BinrpcLink link;
    private final Duration deadline;
    private final ReentrantLock oneCall = new ReentrantLock();
    private final ReplyBuffer request = new ReplyBuffer();
    private int cookie = ThreadLocalRandom.current().nextInt(1 << 30);

    private Client(String node, BinrpcLink link, Duration deadline) {
        this.node = node;
        this.link = link;
        this.deadline = deadline;
    }

    /// Connects within [#DEADLINE].
    ///
    /// @param address as `kamcmd -s` takes it: `unixs:/run/x`, `/run/x`, `tcp:host:2049`,
    ///     `unixd:/run/y`, `udp:host:2049`
    /// @throws IllegalArgumentException when that is no address
    /// @throws CannotConnect when nobody answers there
    public static Client connect(String address) throws IOException {
        return connect(address, DEADLINE);
    }

    /// As [#connect(String)], with another time for the connection and for each answer.
    ///
    /// @throws IllegalArgumentException also when `deadline` is not positive
    public static Client connect(String address, Duration deadline) throws IOException {
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("a deadline of " + deadline + " leaves no time: give more than zero");
        }
        Address parsed = Address.parse(address, AddressRules.CTL_CLIENT);
        try {
            return new Client(address, BinrpcLink.open(parsed, deadline), deadline);
        } catch (IOException e) {
            throw new CannotConnect(address, "", String.valueOf(e.getMessage()), e);
        }
    }

    /// Calls a command and waits for its answer, the deadline at most.
    ///
    /// @param args numbers, text, or [Value]s
    /// @return one value as itself, several as an array, none as [Value.Nil]
    /// @throws RemoteFault when the node answers with a fault
    /// @throws CallTimedOut when no answer came in time; the command may have run
    /// @throws ConnectionLost when the connection ended first
    /// @throws BrokenReply when what came cannot be read
    public Value call(String command, Object... args) throws IOException {
        List<Value> answer = callForAll(command, args);
        return switch (answer.size()) {
            case 0 -> new Value.Nil();
            case 1 -> answer.getFirst();
            default -> new Value.Arr(answer);
        };
    }

    /// As [#call], with the values of the answer in a list whatever their number.
    public List<Value> callForAll(String command, Object... args) throws IOException {
        byte[] packet = exchange(command, args).bytes();
        try {
            return switch (BinrpcAnswer.read(packet)) {
                case BinrpcAnswer.Result(List<Value> answered) -> answered;
                case BinrpcAnswer.Failed(int code, Octets reason) ->
                    throw new RemoteFault(node, command, code, reason.toString());
            };
        } catch (ProtocolError e) {
            String what = "the answer is no BINRPC: " + e.getMessage();
            throw new BrokenReply(node, command, BrokenReply.Kind.UNREADABLE, what);
        }
    }

    /// As [#call], for programs that show what goes over the wire: the answer undecoded, be it a
    /// result or a fault.
    public RawAnswer exchange(String command, Object... args) throws IOException {
        List<Value> values = Arguments.of(args);
        oneCall.lock();
        try {
            return answer(command, values);
        } finally {
            oneCall.unlock();
        }
    }

    private RawAnswer answer(String command, List<Value> args) throws IOException {
        boolean whole = false;
        try {
            cookie++;
            request.clear();
            BinrpcCall.write(request, cookie, Octets.of(command), args);
            RawAnswer answer = link.exchange(node, command, cookie, request, deadline);
            whole = true;
            return answer;
        } catch (NodeException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw new CallTimedOut(node, command, "no answer within " + deadline.toMillis() + " ms", true);
        } catch (IOException e) {
            throw new ConnectionLost(node, command, String.valueOf(e.getMessage()), true, e);
        } catch (ProtocolError e) {
            String what = "the answer is no BINRPC: " + e.getMessage();
            throw new BrokenReply(node, command, BrokenReply.Kind.GARBAGE, what);
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    /// Closes the link; a call that waits ends with an [IOException].
    @Override
    public void close() {
        link.close();
    }
}
