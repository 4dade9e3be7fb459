package org.wirechief.wire.binrpc;

import java.util.Objects;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;

/// A request as a call. Its arguments stay where they came until a command asks for them, so it is
/// valid as long as the array it was read from keeps its content. One thread at a time.
public final class BinrpcRequest implements Call {
    private final Octets command;
    private final BinrpcArgs args;
    private final Origin origin;

    private BinrpcRequest(Octets command, BinrpcArgs args, Origin origin) {
        this.command = command;
        this.args = args;
        this.origin = origin;
    }

    /// Reads the command's name of a whole request packet, and nothing after it.
    ///
    /// @param from where the packet begins in `bytes`, its header included
    /// @throws ProtocolError when the body does not begin with text; its message is the text of the
    ///     fault 400 to answer (`malformed/unixs/method-int`)
    /// @throws IndexOutOfBoundsException when the packet does not lie inside `bytes`
    public static BinrpcRequest of(byte[] bytes, int from, PacketHeader header, Origin origin, BinrpcRules rules)
            throws ProtocolError {
        int body = from + header.headerLength();
        Objects.checkFromIndexSize(body, header.bodyLength(), bytes.length);
        RecordReader records = RecordReader.strict(bytes, body, body + header.bodyLength());
        RecordError wrong = records.peek(RecordType.STR);
        if (wrong != null) {
            throw new ProtocolError("bad request method: " + wrong.text());
        }
        records.consume();
        Octets command = records.textUntilNul();
        Conversion conversion = rules.autoconversion() ? Conversion.AUTOMATIC : Conversion.NONE;
        return new BinrpcRequest(command, new BinrpcArgs(new ArgCursor(records), conversion), origin);
    }

    /// The name up to its first zero byte.
    @Override
    public Octets command() {
        return command;
    }

    @Override
    public Args args() {
        return args;
    }

    @Override
    public Origin origin() {
        return origin;
    }
}
