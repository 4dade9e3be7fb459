package org.wirechief.bench.micro;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.mitext.MiTextOptions;
import org.wirechief.wire.mitext.MiTextReply;
import org.wirechief.wire.mitext.MiTextRequest;

/// A request with two arguments in MI text, and a reply with one node.
@State(Scope.Thread)
public class MiTextCodec {
    private final byte[] request = Scene.bytes(":cache_fetch:\nlocal\ncolor\n");
    private final Octets value = Octets.of("blue");
    private final ReplyBuffer out = new ReplyBuffer();

    @Benchmark
    public Object request() throws ProtocolError {
        return read();
    }

    @Benchmark
    public int requestAndReply() throws ProtocolError {
        out.clear();
        Octets key = read().args().at(1).octets();
        MiTextReply reply = new MiTextReply(out, MiTextOptions.DEFAULTS);
        reply.struct(members -> members.put(key, value));
        reply.finish();
        return out.size();
    }

    private MiTextRequest read() throws ProtocolError {
        MiTextRequest read = MiTextRequest.of(request, 0, request.length, Scene.CALLER);
        read.use(MiNaming.V3);
        read.parseArguments();
        return read;
    }
}
