package org.wirechief.wire.hep;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;

/// Reads a packet that is whole, or says that it is not.
final class HepReader {
    private static final int MILLION = 1_000_000;

    private final byte[] bytes;
    private final int from;
    private final int length;

    private HepReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.length = to - from;
    }

    static HepPacket read(byte[] bytes, int from, int to) throws ProtocolError {
        HepReader reader = new HepReader(bytes, from, to);
        int first = from == to ? -1 : reader.at(0);
        return switch (first) {
            case 1 -> reader.version1();
            case 2 -> reader.version2();
            case 'H' -> reader.version3();
            case -1 -> throw new ProtocolError("byte 0: there is nothing");
            default -> throw new ProtocolError("byte 0: a packet begins with 1, 2 or HEP3, and not with " + first);
        };
    }

    private Hep1 version1() throws ProtocolError {
        int end = addressesEnd(0);
        return new Hep1(flow(end), slice(end, length));
    }

    private Hep2 version2() throws ProtocolError {
        int at = addressesEnd(Hep2.TIME_HEADER);
        ByteOrder order = number(at + 4, 4, ByteOrder.LITTLE_ENDIAN) >= MILLION
                        && number(at + 4, 4, ByteOrder.BIG_ENDIAN) < MILLION
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        return new Hep2(
                flow(at),
                new HepTime(number(at, 4, order), number(at + 4, 4, order)),
                (int) number(at + 8, 2, order),
                order,
                slice(at + Hep2.TIME_HEADER, length));
    }

    /// Where the addresses of a packet of version 1 or 2 end.
    ///
    /// @param behind bytes there must be behind them
    private int addressesEnd(int behind) throws ProtocolError {
        int end = length < 2 ? Integer.MAX_VALUE - behind : at(1);
        if (length >= 2 && end != Hep1.BEFORE_ADDRESSES + 8 && end != Hep1.BEFORE_ADDRESSES + 32) {
            throw new ProtocolError("byte 1: a header has 16 bytes (IPv4) or 40 (IPv6), and not " + end);
        }
        if (length < end + behind) {
            throw headerCut();
        }
        return end;
    }

    private HepFlow flow(int addressesEnd) {
        int middle = (Hep1.BEFORE_ADDRESSES + addressesEnd) / 2;
        return new HepFlow(
                at(2),
                at(3),
                new HepAddress(slice(Hep1.BEFORE_ADDRESSES, middle), twoBytes(4)),
                new HepAddress(slice(middle, addressesEnd), twoBytes(6)));
    }

    private Hep3 version3() throws ProtocolError {
        if (!Hep3.MAGIC.equals(slice(0, Math.min(Hep3.MAGIC.length(), length)))) {
            throw new ProtocolError("byte 0: a packet of version 3 begins with HEP3");
        }
        if (length < Hep3.HEADER) {
            throw headerCut();
        }
        if (twoBytes(4) != length) {
            throw new ProtocolError("byte 4: the packet says it has " + twoBytes(4) + " bytes, and has " + length);
        }
        List<HepChunk> chunks = new ArrayList<>();
        int at = Hep3.HEADER;
        while (at < length) {
            HepChunk chunk = chunk(at);
            chunks.add(chunk);
            at += chunk.length();
        }
        return new Hep3(chunks);
    }

    private HepChunk chunk(int at) throws ProtocolError {
        int left = length - at;
        if (left < HepChunk.HEADER) {
            throw new ProtocolError("byte " + at + ": the header of a chunk is cut short");
        }
        int size = twoBytes(at + 4);
        if (size < HepChunk.HEADER || size > left) {
            throw new ProtocolError(
                    "byte " + (at + 4) + ": a chunk of " + size + " bytes, where it may have 6 to " + left);
        }
        HepChunk chunk = new HepChunk(twoBytes(at), twoBytes(at + 2), slice(at + HepChunk.HEADER, at + size));
        HepChunkType type = chunk.known().orElse(null);
        if (type != null && !type.takes(chunk.data().length())) {
            throw new ProtocolError("byte " + at + ": "
                    + HepChunk.wrongLength(type, chunk.data().length()));
        }
        return chunk;
    }

    private ProtocolError headerCut() {
        return new ProtocolError("byte " + length + ": the header is cut short");
    }

    private int at(int index) {
        return bytes[from + index] & 0xFF;
    }

    private int twoBytes(int index) {
        return at(index) << 8 | at(index + 1);
    }

    private long number(int index, int count, ByteOrder order) {
        long number = 0;
        for (int i = 0; i < count; i++) {
            boolean forward = order.equals(ByteOrder.BIG_ENDIAN);
            number = number << 8 | at(forward ? index + i : index + count - 1 - i);
        }
        return number;
    }

    private Octets slice(int start, int end) {
        return Octets.copyOf(bytes, from + start, from + end);
    }
}
