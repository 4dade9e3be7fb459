package org.wirechief.wire.hep;

import java.util.Optional;
import org.wirechief.core.Octets;
import org.wirechief.wire.ReplyBuffer;

/// One piece of a packet of version 3. What it means stands nowhere in it, so that a chunk nobody
/// knows is kept as it came.
///
/// @param vendor who defined the type, 0 to 65535; 0 is HEP itself
/// @param type 0 to 65535
public record HepChunk(int vendor, int type, Octets data) {
    /// Bytes before the data: vendor, type and length, two each.
    static final int HEADER = 6;

    /// @throws IllegalArgumentException when a number is out of range or there is too much data
    public HepChunk {
        if ((vendor & ~0xFFFF) != 0 || (type & ~0xFFFF) != 0) {
            throw new IllegalArgumentException(
                    "vendor " + vendor + " and type " + type + " are not both between 0 and 65535");
        }
        if (data.length() > HepPacket.MAX_LENGTH - HEADER) {
            throw new IllegalArgumentException("a chunk cannot hold " + data.length() + " bytes");
        }
    }

    /// A chunk of HEP itself.
    ///
    /// @throws IllegalArgumentException when the type has another length
    public static HepChunk of(HepChunkType type, Octets data) {
        if (!type.takes(data.length())) {
            throw new IllegalArgumentException(wrongLength(type, data.length()));
        }
        return new HepChunk(0, type.number(), data);
    }

    /// A chunk that holds a number, big-endian; of one that is too large the low bytes.
    static HepChunk of(HepChunkType type, long number) {
        byte[] data = new byte[type.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (number >>> ((data.length - 1 - i) * 8));
        }
        return of(type, Octets.copyOf(data));
    }

    static String wrongLength(HepChunkType type, int length) {
        return "chunk " + type.label() + " has " + length + " bytes of data, and not " + type.size();
    }

    /// What it is, when that is known here.
    public Optional<HepChunkType> known() {
        return vendor == 0 ? HepChunkType.of(type) : Optional.empty();
    }

    public boolean is(HepChunkType known) {
        return vendor == 0 && type == known.number();
    }

    /// Its data as a big-endian number without a sign, of up to 4 bytes.
    long number() {
        long number = 0;
        for (int i = 0; i < data.length(); i++) {
            number = number << 8 | data.at(i);
        }
        return number;
    }

    /// Bytes on the wire.
    public int length() {
        return HEADER + data.length();
    }

    void write(ReplyBuffer out) {
        out.appendBigEndian(vendor, 2);
        out.appendBigEndian(type, 2);
        out.appendBigEndian(length(), 2);
        out.append(data);
    }
}
