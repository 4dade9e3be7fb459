package org.wirechief.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.net.StreamDial;
import org.wirechief.wire.binrpc.BinrpcAnswer;
import org.wirechief.wire.binrpc.BinrpcCall;
import org.wirechief.wire.binrpc.PacketHeader;
import org.wirechief.wire.binrpc.ReplyBuffer;

/// One BINRPC stream to a node, one call at a time. A call that fails half-way closes it.
final class BinrpcConnection implements AutoCloseable {
    /// Longer answers are refused before they are stored.
    private static final int LONGEST_ANSWER = 64 * 1024 * 1024;

    private final StreamDial stream;
    private final ReplyBuffer request = new ReplyBuffer();
    private byte[] bytes = new byte[8192];
    private int filled;
    private int cookie = ThreadLocalRandom.current().nextInt(1 << 30);

    BinrpcConnection(StreamDial stream) {
        this.stream = stream;
    }

    List<Value> call(String node, String command, Octets name, List<Value> args, Duration deadline) throws IOException {
        boolean whole = false;
        try {
            int expected = ++cookie;
            request.clear();
            BinrpcCall.write(request, expected, name, args);
            stream.write(request.bytes(), 0, request.size(), deadline);
            BinrpcAnswer answer = answer(expected, System.nanoTime() + deadline.toNanos());
            whole = true;
            return switch (answer) {
                case BinrpcAnswer.Result(List<Value> values) -> values;
                case BinrpcAnswer.Failed(int code, Octets reason) ->
                    throw new RemoteFault(node, command, code, reason.toString());
            };
        } catch (SocketTimeoutException e) {
            throw worded(
                    new SocketTimeoutException(
                            node + ": " + command + ": no answer within " + deadline.toMillis() + " ms"),
                    e);
        } catch (ProtocolError e) {
            throw new IOException(node + ": " + command + ": the answer is no BINRPC: " + e.getMessage(), e);
        } catch (EOFException e) {
            throw worded(new EOFException(node + ": " + command + ": " + e.getMessage()), e);
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private static <E extends IOException> E worded(E error, IOException cause) {
        error.initCause(cause);
        return error;
    }

    private BinrpcAnswer answer(int expected, long end) throws IOException, ProtocolError {
        filled = 0;
        PacketHeader header = null;
        while (header == null || filled < header.packetLength()) {
            int room = header == null ? bytes.length : header.packetLength();
            if (room > bytes.length) {
                bytes = Arrays.copyOf(bytes, room);
            }
            int read = stream.read(bytes, filled, room, left(end));
            if (read < 0) {
                throw new EOFException(lost(header));
            }
            filled += read;
            if (header == null) {
                header = PacketHeader.read(bytes, 0, filled);
                check(header, expected);
            }
        }
        if (filled > header.packetLength()) {
            throw new ProtocolError((filled - header.packetLength()) + " bytes follow the answer");
        }
        BinrpcAnswer answer = BinrpcAnswer.read(bytes, 0, header);
        if (bytes.length > 1 << 20) {
            bytes = new byte[8192];
        }
        return answer;
    }

    /// Zero would mean no limit.
    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private static void check(@Nullable PacketHeader header, int expected) throws ProtocolError {
        if (header == null) {
            return;
        }
        if (header.kind() == PacketHeader.Kind.REQUEST) {
            throw new ProtocolError("not a reply");
        }
        if (header.cookie() != expected) {
            throw new ProtocolError(
                    "cookie does not match: sent %08x and received %08x".formatted(expected, header.cookie()));
        }
        if (header.bodyLength() > LONGEST_ANSWER) {
            throw new ProtocolError("it announces " + header.bodyLength() + " bytes, more than " + LONGEST_ANSWER);
        }
    }

    private String lost(@Nullable PacketHeader header) {
        return "the node closed the connection after " + filled + " bytes of the answer"
                + (header == null ? "" : " of " + header.packetLength());
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // it is gone all the same, and nothing of it is needed any more
        }
    }
}
