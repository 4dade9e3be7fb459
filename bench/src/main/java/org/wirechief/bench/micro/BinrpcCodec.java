package org.wirechief.bench.micro;

import java.util.HexFormat;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.binrpc.BinrpcReply;
import org.wirechief.wire.binrpc.BinrpcRequest;
import org.wirechief.wire.binrpc.BinrpcRules;
import org.wirechief.wire.binrpc.PacketHeader;

/// `core.echo hello`, as a server reads it and answers it.
@State(Scope.Thread)
public class BinrpcCodec {
    private final byte[] request = HexFormat.of().parseHex("a1031340506070910a636f72652e6563686f006168656c6c6f00");
    private final ReplyBuffer out = new ReplyBuffer();

    @Benchmark
    public Object request() throws ProtocolError {
        return read();
    }

    @Benchmark
    public int requestAndReply() throws ProtocolError {
        out.clear();
        BinrpcReply reply = new BinrpcReply(out, 0x40506070, BinrpcRules.DEFAULTS);
        reply.add(read().args().octets());
        reply.finish();
        return out.size();
    }

    private BinrpcRequest read() throws ProtocolError {
        PacketHeader header = Objects.requireNonNull(PacketHeader.read(request, 0, request.length));
        return BinrpcRequest.of(request, 0, header, Scene.CALLER, BinrpcRules.DEFAULTS);
    }
}
