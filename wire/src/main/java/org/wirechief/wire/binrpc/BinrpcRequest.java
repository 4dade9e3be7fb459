package org.wirechief.wire.binrpc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wirechief.core.Access;
import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Dispatch;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Vocabulary;

/// A request as a call. Its name and arguments stay where they came until a command asks for them,
/// so it is valid as long as the array it was read from keeps its content. One object may serve one
/// request after the other. One thread at a time.
public final class BinrpcRequest implements Call {
    private static final byte[] NOTHING = {};
    private static final Origin NOBODY = new Origin("none", "none", "nobody", Access.READ);

    private final RecordReader records = RecordReader.strict(NOTHING, 0, 0);
    private final ArgCursor cursor = new ArgCursor(records);
    private final BinrpcArgs strict = BinrpcArgs.of(cursor);
    private byte[] bytes = NOTHING;
    private int nameFrom;
    private int nameTo;
    private Args args = strict;
    private Origin origin = NOBODY;

    /// None yet: [#read] makes it one.
    public BinrpcRequest() {}

    /// Reads the command's name of a whole request packet, and nothing after it.
    ///
    /// @param from where the packet begins in `bytes`, its header included
    /// @throws ProtocolError when the body does not begin with text; its message is the text of the
    ///     fault 400 to answer (`malformed/unixs/method-int`)
    /// @throws IndexOutOfBoundsException when the packet does not lie inside `bytes`
    public static BinrpcRequest of(byte[] bytes, int from, PacketHeader header, Origin origin, BinrpcRules rules)
            throws ProtocolError {
        var request = new BinrpcRequest();
        int body = from + header.headerLength();
        Objects.checkFromIndexSize(body, header.bodyLength(), bytes.length);
        request.read(bytes, body, body + header.bodyLength(), origin, rules);
        return request;
    }

    /// Becomes another request, when the former one is done with.
    ///
    /// @param from where the packet's body begins in `packet`, behind its header
    /// @param to where it ends
    /// @throws ProtocolError as [#of]; it is no request then until another was read
    /// @throws IndexOutOfBoundsException when the body does not lie inside `packet`
    public void read(byte[] packet, int from, int to, Origin caller, BinrpcRules rules) throws ProtocolError {
        Objects.checkFromToIndex(from, to, packet.length);
        records.begin(packet, from, to);
        RecordError wrong = records.peek(RecordType.STR);
        if (wrong != null) {
            throw new ProtocolError("bad request method: " + wrong.text());
        }
        bytes = packet;
        nameFrom = records.valueFrom();
        nameTo = records.nul();
        records.consume();
        cursor.begin();
        args = rules.autoconversion() ? strict.converting() : strict;
        origin = caller;
    }

    /// The command that is asked for, or null for none.
    public @Nullable CommandSpec find(Dispatch dispatch) {
        return dispatch.find(Vocabulary.RPC, bytes, nameFrom, nameTo);
    }

    /// The name up to its first zero byte.
    @Override
    public Octets command() {
        return Octets.copyOf(bytes, nameFrom, nameTo);
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
