package org.wirechief.client;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.DatagramDial;

/// BINRPC in datagrams: any number of calls under way, answered in any order or, when the network
/// or the node loses one, not at all.
final class BinrpcDatagramLink implements Link {
    /// The longest datagram there is.
    private static final int DATAGRAM = 65535;

    /// What an IPv4 datagram has room for.
    private static final int LONGEST_UDP = 65507;

    private final DatagramDial socket;
    private final boolean isUnix;
    private final Places places;
    private final Cookies cookies = new Cookies();
    private final CookieCalls sent = new CookieCalls();
    private final CallsUnderWay calls;
    private final DatagramAnswers answers;

    private BinrpcDatagramLink(DatagramDial socket, boolean isUnix, ConnectOptions options) {
        this.socket = socket;
        this.isUnix = isUnix;
        this.places = new Places(options.inFlight());
        this.calls = new CallsUnderWay(
                socket::close,
                places,
                sent,
                (Supplier<@Nullable BinrpcExchange> next) -> new DatagramSender(socket, next),
                _ -> {});
        this.answers = new DatagramAnswers(sent, options.longestReply(), isUnix);
    }

    /// @param isUnix else it is UDP
    static BinrpcDatagramLink over(DatagramDial socket, boolean isUnix, ConnectOptions options) {
        BinrpcDatagramLink link = new BinrpcDatagramLink(socket, isUnix, options);
        // No virtual thread, for the reason of the stream's; on Unix it would also have to ask the
        // kernel again and again (see DatagramDial).
        Thread.ofPlatform()
                .daemon()
                .name("wirechief-client " + socket.address())
                .start(link::receive);
        return link;
    }

    @Override
    public void send(Exchange call) throws InterruptedException {
        BinrpcExchange exchange = BinrpcExchange.of(call, cookies.next());
        int longest = isUnix ? DATAGRAM : LONGEST_UDP;
        if (exchange.packet().length > longest) {
            throw new IllegalArgumentException("a call of " + exchange.packet().length
                    + " bytes does not fit a datagram of " + longest + ": call over unixs or tcp");
        }
        call.remark(this::remark);
        if (!places.take(call)) {
            return;
        }
        call.whenOver(() -> {
            sent.remove(exchange);
            places.leave();
        });
        calls.put(exchange);
    }

    private String remark() {
        int strays = answers.strays();
        return places.remark() + (strays == 0 ? "" : "; " + strays + " datagrams came that are no part of an answer");
    }

    private void receive() {
        byte[] datagram = new byte[DATAGRAM];
        try {
            while (true) {
                receive(datagram);
            }
        } catch (IOException e) {
            calls.lose("the socket broke: " + e.getMessage(), e);
        } catch (RuntimeException | OutOfMemoryError e) {
            calls.lose("the client failed: " + e, e);
        } finally {
            calls.lose("answers cannot be read any more", null);
        }
    }

    private void receive(byte[] datagram) throws IOException {
        try {
            int length = socket.receive(datagram, 0, datagram.length, Duration.ZERO);
            answers.take(datagram, length);
        } catch (ConnectException e) {
            if (isUnix) {
                throw e;
            }
            // UDP tells that nobody listened at one moment; somebody may the next
            unreachable(sent.all(), e);
        }
    }

    /// Of several, the network does not say whose datagram found nobody: the others may have run.
    private static void unreachable(List<BinrpcExchange> under, ConnectException e) {
        if (under.size() == 1) {
            under.getFirst().call().stays();
        }
        under.forEach(exchange -> exchange.call().unreachable(e));
    }

    @Override
    public List<Value> read(RawAnswer answer) throws ProtocolError {
        return BinrpcExchange.read(answer);
    }

    @Override
    public void close() {
        calls.lose("the client was closed", null);
    }
}
