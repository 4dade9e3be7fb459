package org.wirechief.wire.binrpc;

/// BINRPC doubles: thousandths in 64 bits (spec ctl §3).
final class FixedPoint {
    private FixedPoint() {}

    /// The thousandths, cut toward zero after the binary multiplication, so that 1.005 becomes
    /// 1004. What is no number or out of range becomes `Long.MIN_VALUE`, as x86-64 converts it; a
    /// Java cast would give something else.
    static long encode(double value) {
        double product = value * 1000;
        return product >= -0x1p63 && product < 0x1p63 ? (long) product : Long.MIN_VALUE;
    }

    static double decode(long thousandths) {
        return thousandths / 1000.0;
    }
}
