package org.wirechief.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirechief.net.StreamDial;

/// Writes calls to a stream, those that wait together in one write.
final class StreamSender implements Outbox.Sender {
    private static final int BATCH = 64 * 1024;

    private final StreamDial stream;
    private final Supplier<@Nullable BinrpcExchange> calls;
    private final Consumer<IOException> broken;

    /// What is being written; of the thread whose turn it is, as [Outbox] sees to.
    private byte[] batch = {};
    private int written;

    StreamSender(StreamDial stream, Supplier<@Nullable BinrpcExchange> calls, Consumer<IOException> broken) {
        this.stream = stream;
        this.calls = calls;
        this.broken = broken;
    }

    @Override
    public boolean send(boolean mayWait) {
        try {
            if (written == batch.length) {
                batch = gather();
                written = 0;
            }
            if (mayWait) {
                stream.write(batch, written, batch.length);
                written = batch.length;
            } else {
                written += stream.writeSome(batch, written, batch.length);
            }
        } catch (IOException e) {
            written = batch.length;
            broken.accept(e);
        }
        return written == batch.length;
    }

    private byte[] gather() {
        List<byte[]> packets = new ArrayList<>();
        int size = 0;
        BinrpcExchange exchange;
        while (size < BATCH && (exchange = calls.get()) != null) {
            packets.add(exchange.packet());
            size += exchange.packet().length;
        }
        return packets.size() == 1 ? packets.getFirst() : joined(packets, size);
    }

    private static byte[] joined(List<byte[]> packets, int size) {
        byte[] all = new byte[size];
        int at = 0;
        for (byte[] packet : packets) {
            System.arraycopy(packet, 0, all, at, packet.length);
            at += packet.length;
        }
        return all;
    }
}
