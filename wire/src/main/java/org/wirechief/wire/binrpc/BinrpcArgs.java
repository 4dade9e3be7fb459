package org.wirechief.wire.binrpc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Args;
import org.wirechief.core.Octets;
import org.wirechief.core.Value;

/// The arguments of a request. Faults are numbered and worded as Kamailio words them (spec ctl
/// §8.2).
final class BinrpcArgs implements Args {
    private final ArgCursor cursor;
    private final Conversion conversion;
    private final BinrpcArgs converting;

    private BinrpcArgs(ArgCursor cursor) {
        this.cursor = cursor;
        this.conversion = Conversion.AUTOMATIC;
        this.converting = this;
    }

    private BinrpcArgs(BinrpcArgs converting) {
        this.cursor = converting.cursor;
        this.conversion = Conversion.NONE;
        this.converting = converting;
    }

    /// A view that converts only when it is asked to.
    static BinrpcArgs of(ArgCursor cursor) {
        return new BinrpcArgs(new BinrpcArgs(cursor));
    }

    @Override
    public boolean hasNext() {
        return cursor.hasNext();
    }

    /// The next argument, -2^31 to 2^31-1.
    @Override
    public long integer() {
        return conversion.integer(cursor);
    }

    @Override
    public double real() {
        return conversion.real(cursor);
    }

    /// The next argument up to its first zero byte (`types/echo-str/embedded-nul`).
    @Override
    public Octets octets() {
        return conversion.text(cursor);
    }

    /// The next argument; text with the zero bytes in it, and structs may hold nameless values.
    @Override
    public Value value() {
        return cursor.takeValue();
    }

    @Override
    public @Nullable Value scalar() {
        return cursor.takeScalar();
    }

    @Override
    public Args converting() {
        return converting;
    }

    @Override
    public Args at(int index) {
        Objects.checkIndex(index, Integer.MAX_VALUE);
        cursor.moveBefore(index);
        return this;
    }
}
