package org.wirechief.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.wirechief.core.Fault;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;

/// A link to a node: Kamailio, OpenSIPS, or this server.
///
/// ```java
/// try (var node = Client.connect("unixs:/run/kamailio/kamailio_ctl")) {
///     IO.println(node.call("core.uptime").at("uptime").asLong());
/// }
/// ```
///
/// **Threads.** Any number may call at the same time, virtual ones too: a call that waits holds no
/// carrier. Calls do not wait for each other's answers, they are under way together. A future and
/// what depends on it completes in a virtual thread of its own, which may block. The link itself
/// reads in a daemon thread of its own; one in MI, where every call has its own socket, in one
/// for each call under way, as over a FIFO.
///
/// **Order.** Over a stream (`unixs:`, `tcp:`) calls leave in the order in which they are made, and
/// the node runs and answers them in that order; futures of several calls may complete in any. In
/// datagrams (`unixd:`, `udp:`, `mi:`) and over FIFOs there is no order, and UDP may lose a call or
/// an answer.
///
/// **Deadlines.** Every call ends by its deadline, which counts from when it is made unless
/// [ConnectOptions#deadlinesInTurn()] says otherwise. A call that is not sent by then never is; one
/// that was sent may run all the same. So may one that is cancelled: an answer that nobody waits
/// for any more is dropped, and other calls do not notice.
///
/// **Once.** No call is sent twice, whatever happens. [NodeException#mayHaveRun()] tells whether
/// one that failed can have run. When the connection is lost all its calls fail, and so do later
/// ones: connect again.
///
/// **Size.** The answer is taken as fast as it comes and decoded when it is whole, by the thread
/// that called; [ConnectOptions] bounds it.
public final class Client implements AutoCloseable {
    /// How long to wait for a connection, and for each answer, unless told otherwise.
    public static final Duration DEADLINE = Duration.ofSeconds(10);

    private final String node;
    private final Link link;
    private final Duration deadline;
    private final boolean inTurn;

    private Client(String node, Link link, Duration deadline, boolean inTurn) {
        this.node = node;
        this.link = link;
        this.deadline = deadline;
        this.inTurn = inTurn;
    }

    /// Connects with [ConnectOptions#DEFAULTS].
    ///
    /// @param address for BINRPC as `kamcmd -s` takes it: `unixs:/run/x`, `/run/x`,
    ///     `tcp:host:2049`, `unixd:/run/y`, `udp:host:2049`; for MI `mi:udp:host:8080`,
    ///     `mi:/run/z`, in text, or in JSON-RPC where the node knows no text; `mi:text:...` and
    ///     `mi:json:...` say which; for JSON-RPC over the FIFO of `mi_fifo` `fifo:/run/f`, or
    ///     `mi:/run/f` if that is one; for the lines of `ctl` over a FIFO `ctlfifo:/run/f`, whose
    ///     answers are lines of text
    /// @throws IllegalArgumentException when that is no address
    /// @throws CannotConnect when nobody answers there; over UDP only a call can tell
    public static Client connect(String address) throws IOException {
        return connect(address, ConnectOptions.DEFAULTS);
    }

    /// As [#connect(String)], with another time for the connection and for each answer.
    ///
    /// @throws IllegalArgumentException also when `deadline` is not positive, or over 100 years
    public static Client connect(String address, Duration deadline) throws IOException {
        return connect(address, ConnectOptions.DEFAULTS.withDeadline(deadline));
    }

    /// As [#connect(String)], with other options.
    public static Client connect(String address, ConnectOptions options) throws IOException {
        NodeAddress parsed = NodeAddress.parse(address);
        try {
            return new Client(address, parsed.open(options), options.deadline(), options.deadlinesInTurn());
        } catch (IOException e) {
            throw new CannotConnect(address, "", String.valueOf(e.getMessage()), false, e);
        }
    }

    /// The same connection with another deadline for each call. Closing either closes both.
    ///
    /// @throws IllegalArgumentException when it is not positive, or over 100 years
    public Client within(Duration other) {
        return new Client(node, link, ConnectOptions.checkDeadline(other), inTurn);
    }

    /// The address as it was given to [#connect(String)].
    public String node() {
        return node;
    }

    /// Calls a command and waits for its answer, the deadline at most.
    ///
    /// @param args numbers, booleans, text, bytes, or [Value]s; or [NamedArgument]s alone
    /// @return one value as itself, several as an array, none as [Value.Nil]
    /// @throws RemoteFault when the node answers with a fault
    /// @throws CallTimedOut when no answer came in time; the command may have run
    /// @throws ConnectionLost when the connection ended first
    /// @throws BrokenReply when what came cannot be read
    /// @throws CannotConnect when the network says that nobody listens (UDP, `unixd:`)
    /// @throws java.io.InterruptedIOException when this thread is interrupted; it stays so
    /// @throws IllegalArgumentException when an argument cannot be sent
    public Value call(String command, Object... args) throws IOException {
        return one(callForAll(command, args));
    }

    /// As [#call], with the values of the answer in a list whatever their number.
    public List<Value> callForAll(String command, Object... args) throws IOException {
        return values(command, exchange(command, args));
    }

    /// Calls a command without waiting for its answer. Waits only where
    /// [ConnectOptions#inFlight()] calls are unanswered, and then the deadline at most.
    ///
    /// @return a future that is done by the deadline: with the value, or with what [#call] throws.
    ///     Cancelling it takes the call back if it is not sent yet
    /// @throws IllegalArgumentException when an argument cannot be sent
    public CompletableFuture<Value> callAsync(String command, Object... args) {
        return start(command, answer -> one(values(command, answer)), args);
    }

    /// As [#callAsync], with the values of the answer in a list whatever their number.
    public CompletableFuture<List<Value>> callForAllAsync(String command, Object... args) {
        return start(command, answer -> values(command, answer), args);
    }

    /// As [#call], for programs that show what goes over the wire: the answer undecoded, be it a
    /// result or a fault.
    public RawAnswer exchange(String command, Object... args) throws IOException {
        Exchange call = new Exchange(node, command, Arguments.of(args), deadline, inTurn);
        try {
            link.send(call);
        } catch (InterruptedException e) {
            throw call.interrupted();
        }
        return call.await();
    }

    private <T> CompletableFuture<T> start(String command, Exchange.Reading<T> reading, Object... args) {
        Exchange call = new Exchange(node, command, Arguments.of(args), deadline, inTurn);
        try {
            link.send(call);
        } catch (InterruptedException e) {
            return CompletableFuture.failedFuture(call.interrupted());
        }
        return call.future(reading);
    }

    private List<Value> values(String command, RawAnswer answer) throws BrokenReply {
        try {
            return link.read(answer);
        } catch (Fault e) {
            throw new RemoteFault(node, command, e.code(), e.reason());
        } catch (ProtocolError e) {
            String what = "the answer cannot be read: " + e.getMessage();
            throw new BrokenReply(node, command, BrokenReply.Kind.UNREADABLE, what);
        } catch (OutOfMemoryError e) {
            long heap = Runtime.getRuntime().maxMemory() >> 20;
            String what = "the answer does not fit into the " + heap + " MB of memory there are (-Xmx)";
            throw new BrokenReply(node, command, BrokenReply.Kind.TOO_LONG, what);
        }
    }

    private static Value one(List<Value> values) {
        return switch (values.size()) {
            case 0 -> new Value.Nil();
            case 1 -> values.getFirst();
            default -> new Value.Arr(values);
        };
    }

    /// Closes the link; calls that wait end with [ConnectionLost].
    @Override
    public void close() {
        link.close();
    }
}
