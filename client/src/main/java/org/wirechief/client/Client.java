package org.wirechief.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;
import org.wirechief.net.Address;
import org.wirechief.net.AddressRules;
import org.wirechief.net.StreamDial;

/// A connection to a node that speaks BINRPC, such as Kamailio or this server.
///
/// ```java
/// try (var node = Client.connect("unixs:/run/kamailio/kamailio_ctl")) {
///     IO.println(node.call("core.uptime").at("uptime").asLong());
/// }
/// ```
///
/// Calls of several threads go one after the other. After an [IOException] of a call the
/// connection is closed, since what is still to come on it cannot be told apart.
public final class Client implements AutoCloseable {
    /// How long to wait for a connection, and for each answer, unless told otherwise.
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final String node;
    private final BinrpcConnection connection;
    private final Duration deadline;
    private final ReentrantLock oneCall = new ReentrantLock();

    private Client(String node, BinrpcConnection connection, Duration deadline) {
        this.node = node;
        this.connection = connection;
        this.deadline = deadline;
    }

    /// Connects within [#DEADLINE].
    ///
    /// @param address as `kamcmd -s` takes it, `unixs:/run/x`, `/run/x`, `tcp:host:2049`
    /// @throws IllegalArgumentException when that is no address
    /// @throws IOException when nobody answers there
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
        return new Client(address, new BinrpcConnection(StreamDial.connect(parsed, deadline)), deadline);
    }

    /// Calls a command and waits for its answer, the deadline at most.
    ///
    /// @param args numbers, text, or [Value]s
    /// @return one value as itself, several as an array, none as [Value.Nil]
    /// @throws RemoteFault when the node answers with a fault
    /// @throws java.net.SocketTimeoutException when no answer came in time; the command may have
    ///     run
    /// @throws IOException when the connection or the answer is broken
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
        List<Value> values = Arguments.of(args);
        oneCall.lock();
        try {
            return connection.call(node, command, Octets.of(command), values, deadline);
        } finally {
            oneCall.unlock();
        }
    }

    /// Closes the connection; a call that waits ends with an [IOException].
    @Override
    public void close() {
        connection.close();
    }
}
