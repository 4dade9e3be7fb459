package org.wirechief.client;

import java.util.Arrays;
import java.util.List;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcAnswer;
import org.wirechief.wire.binrpc.BinrpcCall;

/// A call as BINRPC says it: its packet, and the cookie its answer will have.
final class BinrpcExchange {
    private final Exchange call;
    private final int cookie;
    private final byte[] packet;

    private BinrpcExchange(Exchange call, int cookie, byte[] packet) {
        this.call = call;
        this.cookie = cookie;
        this.packet = packet;
    }

    static BinrpcExchange of(Exchange call, int cookie) {
        ReplyBuffer buffer = new ReplyBuffer();
        BinrpcCall.write(buffer, cookie, Octets.of(call.command()), call.args().inOrder());
        return new BinrpcExchange(call, cookie, Arrays.copyOf(buffer.bytes(), buffer.size()));
    }

    Exchange call() {
        return call;
    }

    int cookie() {
        return cookie;
    }

    /// The bytes to send, not to be changed.
    byte[] packet() {
        return packet;
    }

    void answered(Pieces answer) {
        call.answered(new RawAnswer(cookie, answer));
    }

    /// An answer came that has another cookie.
    void wrongCookie(String what, int received) {
        call.wrongCookie(what + ": sent %08x and received %08x".formatted(cookie, received), cookie, received);
    }

    /// What an answer says.
    ///
    /// @throws Fault when it is one
    /// @throws ProtocolError when it cannot be read
    static List<Value> read(RawAnswer answer) throws ProtocolError {
        return BinrpcAnswer.read(answer.bytes()).values();
    }
}
