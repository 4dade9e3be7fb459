package org.wirechief.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.StreamDial;

/// BINRPC over a stream: any number of calls under way, answered in their order (spec ctl §6).
///
/// A thread of the link reads all the time, whatever callers do, so that the node never has to wait
/// with an answer: Kamailio drops or cuts one that is not taken within 10 ms (spec ctl §15). It is
/// no virtual one, since busy virtual threads may keep another from running for longer than that.
final class BinrpcStreamLink implements Link {
    private static final int CHUNK = 64 * 1024;

    private final StreamDial stream;
    private final Places places;
    private final Cookies cookies = new Cookies();
    private final OrderedCalls sent = new OrderedCalls();
    private final Outbox outbox;
    private final StreamAnswers answers;
    private final AtomicReference<@Nullable String> lost = new AtomicReference<>();

    private BinrpcStreamLink(StreamDial stream, ConnectOptions options) {
        this.stream = stream;
        this.places = new Places(options.inFlight());
        this.outbox = new Outbox(new StreamSender(stream, this::next, this::cannotWrite), _ -> places.leave());
        this.answers = new StreamAnswers(sent, options.longestReply(), places::leave);
    }

    static BinrpcStreamLink over(StreamDial stream, ConnectOptions options) {
        BinrpcStreamLink link = new BinrpcStreamLink(stream, options);
        Thread.ofPlatform()
                .daemon()
                .name("wirechief-client " + stream.address())
                .start(link::read);
        return link;
    }

    @Override
    public void send(Exchange call) throws InterruptedException {
        BinrpcExchange exchange = BinrpcExchange.of(call, cookies.next());
        call.remark(places::remark);
        if (places.lineUp(call) && !outbox.put(exchange)) {
            fail(exchange, null);
        }
    }

    private @Nullable BinrpcExchange next() {
        BinrpcExchange exchange = outbox.next();
        if (exchange == null || sent.add(exchange)) {
            return exchange;
        }
        fail(exchange, null);
        return null;
    }

    private void read() {
        byte[] chunk = new byte[CHUNK];
        try {
            int count;
            while ((count = stream.read(chunk, 0, chunk.length, Duration.ZERO)) >= 0) {
                answers.take(chunk, count);
            }
            end("the node closed the connection", null);
        } catch (ProtocolError e) {
            end(e.getMessage(), null);
        } catch (IOException e) {
            end("the connection broke: " + e.getMessage(), e);
        } finally {
            end("answers cannot be read any more", null);
        }
    }

    /// No more is read. The call whose answer had begun is told how far it came.
    private void end(String why, @Nullable Throwable cause) {
        lost.compareAndSet(null, why);
        BinrpcExchange begun = answers.begun();
        if (begun != null) {
            begun.call().lost(lost.get() + answers.progress(), cause);
        }
        lose(why, cause);
    }

    private void cannotWrite(IOException e) {
        lose("the connection broke: " + e.getMessage(), e);
    }

    /// The first reason stands.
    private void lose(String why, @Nullable Throwable cause) {
        lost.compareAndSet(null, why);
        try {
            stream.close();
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
