package org.wirechief.client;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
    private final Outbox outbox;
    private final DatagramAnswers answers;
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();

    private BinrpcDatagramLink(DatagramDial socket, boolean isUnix, ConnectOptions options) {
        this.socket = socket;
        this.isUnix = isUnix;
        this.places = new Places(options.inFlight());
        this.outbox = new Outbox(new DatagramSender(socket, this::next), _ -> {});
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
        if (!outbox.put(exchange)) {
            fail(exchange, null);
        }
    }

    private String remark() {
        int strays = answers.strays();
        return places.remark() + (strays == 0 ? "" : "; " + strays + " datagrams came that are no part of an answer");
    }

    private @Nullable BinrpcExchange next() {
        BinrpcExchange exchange = outbox.next();
        if (exchange == null || sent.add(exchange)) {
            return exchange;
        }
        fail(exchange, null);
        return null;
    }

    private void receive() {
        byte[] datagram = new byte[DATAGRAM];
        try {
            while (true) {
                receive(datagram);
            }
        } catch (IOException e) {
            lose("the socket broke: " + e.getMessage(), e);
        } finally {
            lose("answers cannot be read any more", null);
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
            sent.all().forEach(exchange -> exchange.call().unreachable(e));
        }
    }

    /// The first reason stands.
    private void lose(String why, @Nullable Throwable cause) {
        lost.compareAndSet(null, why);
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
        outbox.close().forEach(exchange -> fail(exchange, cause));
        sent.close().forEach(exchange -> fail(exchange, cause));
        places.open();
    }

    private void fail(BinrpcExchange exchange, @Nullable Throwable cause) {
        exchange.call().lost(String.valueOf(lost.get()), cause);
    }

    @Override
    public List<Value> read(RawAnswer answer) throws ProtocolError {
        return BinrpcExchange.read(answer);
    }

    @Override
    public void close() {
        lose("the client was closed", null);
    }
}
