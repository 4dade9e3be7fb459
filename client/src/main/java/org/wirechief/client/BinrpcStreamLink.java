package org.wirechief.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
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
    private final CallsUnderWay calls;
    private final StreamAnswers answers;

    private BinrpcStreamLink(StreamDial stream, ConnectOptions options) {
        this.stream = stream;
        this.places = new Places(options.inFlight());
        this.calls = new CallsUnderWay(
                stream::close,
                places,
                sent,
                (Supplier<@Nullable BinrpcExchange> next) -> new StreamSender(stream, next, this::cannotWrite),
                _ -> places.leave());
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
        if (places.lineUp(call)) {
            calls.put(exchange);
        }
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
        } catch (RuntimeException | OutOfMemoryError e) {
            // several long answers at a time may need more memory than there is
            end("the client failed: " + e, e);
        } finally {
            end("answers cannot be read any more", null);
        }
    }

    private void end(String why, @Nullable Throwable cause) {
        calls.lose(why, cause, answers.begun(), answers.progress());
    }

    private void cannotWrite(IOException e) {
        calls.lose("the connection broke: " + e.getMessage(), e);
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
