package org.wirechief.client;

import org.jspecify.annotations.Nullable;
import org.wirechief.wire.binrpc.PacketHeader;

/// An answer that comes in several datagrams, up to where they have come. Takes memory for those
/// only, and none when nobody waits for it.
final class UnfinishedAnswer {
    /// Nanoseconds between two datagrams of one answer; the node sends them one after the other.
    private static final long LONGEST_PAUSE = 2_000_000_000L;

    private final PacketHeader header;
    private final @Nullable BinrpcExchange exchange;
    private @Nullable Pieces packet;
    private int filled;
    private long last = System.nanoTime();

    /// @param exchange null when it comes too late
    UnfinishedAnswer(PacketHeader header, @Nullable BinrpcExchange exchange) {
        this.header = header;
        this.exchange = exchange;
        this.packet = exchange == null ? null : new Pieces(header.packetLength());
    }

    /// Whether its rest can hardly be on its way any more, and nobody waits for it.
    boolean isForgotten() {
        boolean unwanted = exchange == null || exchange.call().isOver();
        return unwanted && System.nanoTime() - last > LONGEST_PAUSE;
    }

    int missing() {
        return header.packetLength() - filled;
    }

    /// Takes the next bytes, [#missing] at most.
    void take(byte[] bytes, int length) {
        filled += length;
        last = System.nanoTime();
        if (exchange == null || packet == null || exchange.call().isOver()) {
            packet = null;
            return;
        }
        packet.add(bytes, 0, length);
        exchange.call().came(filled, header.packetLength(), true);
        if (missing() == 0) {
            exchange.answered(packet);
        }
    }

    /// The rest will not come, or cannot be told from something else.
    void giveUp(String whatCame) {
        if (exchange != null) {
            String what = "of " + header.packetLength() + " bytes announced " + filled + " came, and then " + whatCame
                    + ": a datagram of the answer was lost";
            exchange.call().broken(BrokenReply.Kind.INCOMPLETE, what);
        }
    }
}
