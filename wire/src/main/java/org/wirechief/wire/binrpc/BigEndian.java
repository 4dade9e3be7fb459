package org.wirechief.wire.binrpc;

/// Numbers as BINRPC carries them: big-endian, leading zero bytes left out (spec ctl §2, §3).
final class BigEndian {
    private BigEndian() {}

    /// The number in `count` bytes; of more than four, the last four.
    static int readInt(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from + Math.max(0, count - Integer.BYTES); i < from + count; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    /// The number in `count` bytes; of more than eight, the last eight.
    static long readLong(byte[] bytes, int from, int count) {
        long number = 0;
        for (int i = from + Math.max(0, count - Long.BYTES); i < from + count; i++) {
            number = number << 8 | (bytes[i] & 0xFF);
        }
        return number;
    }

    /// How many bytes the number needs, 0 for zero; every negative one needs four.
    static int size(int number) {
        return (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 7) / 8;
    }

    /// How many bytes the number needs, 0 for zero; every negative one needs eight.
    static int size(long number) {
        return (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
    }
}
