package org.wirechief.wire.binrpc;

import java.util.Arrays;
import java.util.List;
import org.wirechief.core.CommandSpec;
import org.wirechief.core.Commands;
import org.wirechief.core.Dispatch;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;

/// A server without sockets: bytes in, bytes out, as one stream connection or as datagrams.
final class FakeServer {
    private final Dispatch dispatch;
    private final BinrpcRules rules;
    private final ReplyBuffer out = new ReplyBuffer();
    private final BinrpcRequest request = new BinrpcRequest();
    private final BinrpcReply reply;
    private byte[] waiting = {};
    private boolean closed;

    FakeServer(Commands commands, BinrpcRules rules) {
        this.dispatch = new Dispatch(commands, List.of());
        this.rules = rules;
        this.reply = new BinrpcReply(new ReplyBuffer(), 0, rules);
    }

    ReplyBuffer out() {
        return out;
    }

    boolean isClosed() {
        return closed;
    }

    /// More bytes of the stream have come.
    void received(byte[] bytes) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + bytes.length);
        System.arraycopy(bytes, 0, all, waiting.length, bytes.length);
        int at = 0;
        int taken;
        do {
            taken = closed ? 0 : packet(all, at);
            at += taken;
        } while (taken > 0);
        waiting = Arrays.copyOfRange(all, at, all.length);
    }

    void datagram(byte[] bytes) {
        packet(bytes, 0);
    }

    /// Answers the packet that begins at `at`.
    ///
    /// @return its length, 0 when it is not whole
    private int packet(byte[] bytes, int at) {
        int cookie = 0;
        try {
            PacketHeader header = PacketHeader.read(bytes, at, bytes.length);
            if (header == null || header.packetLength() > bytes.length - at) {
                return 0;
            }
            cookie = header.cookie();
            if (header.kind() != PacketHeader.Kind.REQUEST) {
                throw new ProtocolError("bad request: corrupted packet");
            }
            request.read(bytes, at + header.headerLength(), at + header.packetLength(), Bytes.ORIGIN, rules);
            answer(cookie);
            return header.packetLength();
        } catch (ProtocolError e) {
            BinrpcFault.write(out, cookie, 400, e.getMessage());
            closed = true;
            return 0;
        }
    }

    private void answer(int cookie) {
        CommandSpec spec = request.find(dispatch);
        if (spec == null) {
            BinrpcFault.unknown(out, cookie, request.command());
            return;
        }
        reply.begin(out, cookie, rules);
        dispatch.run(spec, request, reply);
        reply.finish();
    }
}
