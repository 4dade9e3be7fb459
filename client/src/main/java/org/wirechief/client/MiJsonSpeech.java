package org.wirechief.client;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.wirechief.core.Fault;
import org.wirechief.core.Octets;
import org.wirechief.core.ProtocolError;
import org.wirechief.core.Value;
import org.wirechief.wire.ReplyBuffer;
import org.wirechief.wire.jsonrpc.JsonRpcAnswer;
import org.wirechief.wire.jsonrpc.JsonRpcCall;
import org.wirechief.wire.jsonrpc.JsonRpcParams;

/// JSON-RPC, OpenSIPS's language since 3.0.
final class MiJsonSpeech implements MiSpeech {
    /// Servers cut longer requests (spec mi-json §8.2).
    private static final int LONGEST = 65457;

    private final AtomicLong ids = new AtomicLong();

    @Override
    public ReplyBuffer request(Exchange call) {
        ReplyBuffer request = new ReplyBuffer();
        Octets method = Octets.of(call.command());
        JsonRpcCall.write(
                request,
                ids.incrementAndGet(),
                method,
                JsonRpcParams.of(method, call.args().byName()));
        if (request.size() > LONGEST) {
            throw new IllegalArgumentException("a request of " + request.size()
                    + " bytes cannot be sent: MI servers read " + LONGEST + " at most and drop the rest");
        }
        return request;
    }

    @Override
    public boolean has(Arguments args) {
        return true;
    }

    @Override
    public boolean ends(byte[] reply, int length) {
        return length > 0;
    }

    @Override
    public boolean isMisunderstood(byte[] reply, int length) {
        return false;
    }

    @Override
    public List<Value> read(byte[] reply) throws ProtocolError {
        JsonRpcAnswer answer = JsonRpcAnswer.read(reply, 0, reply.length);
        if (answer == null) {
            throw new ProtocolError("the JSON ends too early");
        }
        return values(answer);
    }

    /// What an answer says.
    ///
    /// @throws Fault when it is one
    static List<Value> values(JsonRpcAnswer answer) {
        return switch (answer) {
            case JsonRpcAnswer.Result result -> List.of(result.value());
            case JsonRpcAnswer.Failed failed -> throw fault(failed);
        };
    }

    /// The detail stands behind the reason, as OpenSIPS's own client prints it.
    private static Fault fault(JsonRpcAnswer.Failed failed) {
        String data = failed.data().toString();
        String reason = data.isEmpty() ? failed.message().toString() : failed.message() + " (" + data + ")";
        return new Fault(Math.clamp(failed.code(), Integer.MIN_VALUE, Integer.MAX_VALUE), reason).withData(data);
    }
}
