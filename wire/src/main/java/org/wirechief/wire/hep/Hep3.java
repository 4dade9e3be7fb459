package org.wirechief.wire.hep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// A packet of version 3: chunks, of which each may be missing. What is asked for is taken from the
/// first chunk of its type.
///
/// @param chunks in the order of the wire, those that are not known here too
public record Hep3(List<HepChunk> chunks) implements HepPacket {
    /// What OpenSIPS calls its management plane among the protocol types.
    public static final int MANAGEMENT = 0x57;

    static final Octets MAGIC = Octets.of("HEP3");

    /// Magic and total length.
    static final int HEADER = 6;

    /// @throws IllegalArgumentException when it becomes too long, or a chunk that is known here has
    ///     a length it cannot have
    public Hep3 {
        chunks = List.copyOf(chunks);
        if (length(chunks) > MAX_LENGTH) {
            throw new IllegalArgumentException("a packet of " + length(chunks) + " bytes is longer than " + MAX_LENGTH);
        }
        for (HepChunk chunk : chunks) {
            chunk.known().filter(type -> !type.takes(chunk.data().length())).ifPresent(type -> {
                throw new IllegalArgumentException(
                        HepChunk.wrongLength(type, chunk.data().length()));
            });
        }
    }

    /// With the chunks, and in the order, of the reference servers (spec mi-text §11.3).
    ///
    /// @param protocolType 0 to 255, [#MANAGEMENT]
    /// @param captureId who captured, 32 bits
    /// @param correlation what copies of one exchange have in common; no chunk when empty
    /// @throws IllegalArgumentException when the addresses are not both of IPv4 or both of IPv6, or
    ///     the payload is longer than [#roomForPayload]
    public static Hep3 of(
            HepFlow flow, HepTime time, int protocolType, long captureId, Octets payload, Octets correlation) {
        boolean ipv6 = flow.requireAddresses() == 16;
        List<HepChunk> chunks = new ArrayList<>();
        chunks.add(HepChunk.of(HepChunkType.FAMILY, flow.family()));
        chunks.add(HepChunk.of(HepChunkType.PROTOCOL, flow.protocol()));
        chunks.add(HepChunk.of(HepChunkType.SOURCE_PORT, flow.source().port()));
        chunks.add(HepChunk.of(HepChunkType.DESTINATION_PORT, flow.destination().port()));
        chunks.add(HepChunk.of(HepChunkType.SECONDS, time.seconds()));
        chunks.add(HepChunk.of(HepChunkType.MICROS, time.micros()));
        chunks.add(HepChunk.of(HepChunkType.PROTOCOL_TYPE, protocolType));
        chunks.add(HepChunk.of(HepChunkType.CAPTURE_ID, captureId));
        chunks.add(HepChunk.of(
                ipv6 ? HepChunkType.IPV6_SOURCE : HepChunkType.IPV4_SOURCE,
                flow.source().ip()));
        chunks.add(HepChunk.of(
                ipv6 ? HepChunkType.IPV6_DESTINATION : HepChunkType.IPV4_DESTINATION,
                flow.destination().ip()));
        chunks.add(HepChunk.of(HepChunkType.PAYLOAD, payload));
        if (!correlation.isEmpty()) {
            chunks.add(HepChunk.of(HepChunkType.CORRELATION_ID, correlation));
        }
        return new Hep3(chunks);
    }

    /// Bytes of payload that a packet of at most `length` bytes has room for; less than 0 when it
    /// is too short for the rest.
    public static int roomForPayload(HepFlow flow, Octets correlation, int length) {
        Octets none = Octets.of("");
        return length - length(of(flow, new HepTime(0, 0), 0, 0, none, correlation).chunks);
    }

    private static int length(List<HepChunk> chunks) {
        return HEADER + chunks.stream().mapToInt(HepChunk::length).sum();
    }

    @Override
    public int version() {
        return 3;
    }

    /// The first chunk of this type.
    public Optional<HepChunk> chunk(HepChunkType type) {
        return chunks.stream().filter(chunk -> chunk.is(type)).findFirst();
    }

    /// The number in the first chunk of this type; 0 without one.
    private long number(HepChunkType type) {
        return chunk(type).map(HepChunk::number).orElse(0L);
    }

    private Octets data(HepChunkType type, HepChunkType otherwise) {
        return chunk(type).or(() -> chunk(otherwise)).map(HepChunk::data).orElse(Octets.of(""));
    }

    @Override
    public HepFlow flow() {
        return new HepFlow(
                (int) number(HepChunkType.FAMILY),
                (int) number(HepChunkType.PROTOCOL),
                new HepAddress(data(HepChunkType.IPV4_SOURCE, HepChunkType.IPV6_SOURCE), (int)
                        number(HepChunkType.SOURCE_PORT)),
                new HepAddress(data(HepChunkType.IPV4_DESTINATION, HepChunkType.IPV6_DESTINATION), (int)
                        number(HepChunkType.DESTINATION_PORT)));
    }

    /// Null when there are no seconds.
    public @Nullable HepTime time() {
        return chunk(HepChunkType.SECONDS)
                .map(seconds -> new HepTime(seconds.number(), number(HepChunkType.MICROS)))
                .orElse(null);
    }

    /// 0 to 255; 0 when it is not told.
    public int protocolType() {
        return (int) number(HepChunkType.PROTOCOL_TYPE);
    }

    /// 0 to 2^32-1; 0 when it is not told.
    public long captureId() {
        return number(HepChunkType.CAPTURE_ID);
    }

    /// Empty when it is not told.
    public Octets correlation() {
        return data(HepChunkType.CORRELATION_ID, HepChunkType.CORRELATION_ID);
    }

    @Override
    public Octets payload() {
        return data(HepChunkType.PAYLOAD, HepChunkType.COMPRESSED_PAYLOAD);
    }

    @Override
    public Octets content(int maxBytes) throws ProtocolError {
        boolean compressed = chunk(HepChunkType.PAYLOAD).isEmpty()
                && chunk(HepChunkType.COMPRESSED_PAYLOAD).isPresent();
        return compressed ? Inflated.of(payload(), maxBytes) : payload();
    }

    @Override
    public void write(ReplyBuffer out) {
        out.append(MAGIC);
        out.appendBigEndian(length(chunks), 2);
        chunks.forEach(chunk -> chunk.write(out));
    }
}
